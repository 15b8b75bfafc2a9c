import type { ReactNode } from 'react';
import { Queries } from './queries';

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <Queries>{children}</Queries>
      </body>
    </html>
  );
}
