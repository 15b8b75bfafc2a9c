import { useEditorContext } from '@graphiql/react';
import { useEffect } from 'react';
import { keepTabs } from './kept-tabs.ts';

/** Keeps the tabs at each change, and what was typed last when the page is left. */
export function KeepTabs() {
  const { tabs, activeTabIndex, queryEditor, variableEditor, headerEditor } = useEditorContext({
    nonNull: true,
  });
  useEffect(() => keepTabs({ tabs, activeTabIndex }), [tabs, activeTabIndex]);
  useEffect(() => {
    const keepTyped = () => {
      if (!queryEditor || !variableEditor || !headerEditor) return;
      const typed = {
        query: queryEditor.getValue(),
        variables: variableEditor.getValue(),
        headers: headerEditor.getValue(),
      };
      const current = tabs.map((tab, index) =>
        index === activeTabIndex ? { ...tab, ...typed } : tab,
      );
      keepTabs({ tabs: current, activeTabIndex });
    };
    addEventListener('pagehide', keepTyped);
    return () => removeEventListener('pagehide', keepTyped);
  }, [tabs, activeTabIndex, queryEditor, variableEditor, headerEditor]);
  return null;
}
