import SchemaBuilder from '@pothos/core';
import ErrorsPlugin from '@pothos/plugin-errors';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import type { Role } from '../db/rules/vocabulary.ts';
import { codedError, unauthenticated } from './coded.ts';
import { type GraphContext, hasRole } from './context.ts';

/** The only builder of the schema; types and fields are registered by the module of their concept. */
export const builder = new SchemaBuilder<{
  Context: GraphContext;
  DefaultFieldNullability: false;
  AuthScopes: { role: Role };
  Scalars: {
    ID: { Input: string; Output: string };
    /** Milliseconds since 1970. */
    DateTime: { Input: number; Output: number };
    /** `YYYY-MM-DD`. */
    Date: { Input: string; Output: string };
    URL: { Input: string; Output: string };
  };
}>({
  plugins: [ErrorsPlugin, ScopeAuthPlugin],
  defaultFieldNullability: false,
  errors: {
    directResult: true,
    defaultUnionOptions: {
      name: ({ fieldName }) => `${fieldName.charAt(0).toUpperCase()}${fieldName.slice(1)}Result`,
    },
  },
  scopeAuth: {
    authScopes: ({ viewer }) => ({ role: (minimum) => hasRole(viewer, minimum) }),
    unauthorizedError: (_parent, { viewer }, { fieldName }) =>
      viewer === null
        ? unauthenticated(`${fieldName} needs a token.`)
        : codedError(
            'FORBIDDEN',
            `A token of the role ${viewer.role} does not allow ${fieldName}.`,
          ),
  },
});

builder.queryType({ description: 'What can be asked of the record. Everyone may ask.' });
builder.mutationType({
  description: 'What can be put on record. Needs a token with the right role.',
});
builder.subscriptionType({ description: 'The feed of the record, live and without gaps.' });
