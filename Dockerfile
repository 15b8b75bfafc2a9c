# The server and the command line, without what builds them. docs/operate.md tells how to run it.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY sdk/package.json sdk/
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-slim
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
RUN chmod +x dist/server/cli/main.js \
  && ln -s /app/dist/server/cli/main.js /usr/local/bin/onrecord \
  && install -d -m 0700 -o node -g node data
# What SQLite writes down for a moment may be as large as the database: it belongs on the same disk.
ENV NODE_ENV=production HOST=0.0.0.0 SQLITE_TMPDIR=/app/data
USER node
VOLUME /app/data
EXPOSE 4000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 4000) + '/readyz').then((ready) => process.exit(ready.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["onrecord"]
CMD ["serve", "--no-sample"]
