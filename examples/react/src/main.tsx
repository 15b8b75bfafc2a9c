import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { Desk } from './desk.tsx';
import { graph } from './record.ts';
import './style.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Provider value={graph}>
        <Desk />
      </Provider>
    </StrictMode>,
  );
}
