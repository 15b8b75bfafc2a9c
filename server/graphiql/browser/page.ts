import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL } from 'graphiql';
import { createElement, Fragment } from 'react';
import { createRoot } from 'react-dom/client';
import { ask } from './ask.ts';
import { KeepTabs } from './keep-tabs.ts';
import { pageStorage } from './page-storage.ts';
import { questionsPanel } from './questions-panel.ts';
import { TokenField } from './token-field.ts';

const settings = {
  fetcher: ask,
  storage: pageStorage,
  plugins: [explorerPlugin(), questionsPanel],
  // The storage above decides for how long.
  shouldPersistHeaders: true,
  showPersistHeadersSettings: false,
  defaultEditorToolsVisibility: true,
};

const page = createElement(
  Fragment,
  null,
  createElement(TokenField),
  createElement(
    GraphiQL,
    settings,
    createElement(GraphiQL.Logo, null, 'onrecord'),
    createElement(KeepTabs),
  ),
);

const container = document.getElementById('page');
if (container) createRoot(container).render(page);
