import { type GraphiQLPlugin, useEditorContext } from '@graphiql/react';
import { createElement } from 'react';
import { tabFor } from './kept-tabs.ts';
import { type PreparedQuestion, prepared } from './prepared.ts';

/** What people ask of a record: each question opens in a tab of its own, or in the one that it has already. */
export const questionsPanel: GraphiQLPlugin = {
  title: 'Questions',
  icon: QuestionsIcon,
  content: Questions,
};

function Questions() {
  const { changeTab, moveTab, tabs } = useEditorContext({ nonNull: true });
  const open = (id: string, query: string) => {
    const place = tabs.findIndex((tab) => tab.id === id);
    if (place < 0) moveTab([...tabs, tabFor(id, query)]);
    changeTab(place < 0 ? tabs.length : place);
  };
  return createElement(
    'section',
    { className: 'questions', 'aria-label': 'Questions' },
    createElement('h2', null, 'Questions'),
    createElement(
      'ol',
      null,
      prepared.questions.map((question, index) =>
        createElement(
          'li',
          { key: question.asks },
          createElement(
            'button',
            {
              type: 'button',
              className: 'graphiql-un-styled',
              onClick: () => open(`question-${index + 1}`, question.query),
            },
            question.asks,
          ),
          rightOf(question),
        ),
      ),
    ),
  );
}

const rightOf = ({ needsEditor }: PreparedQuestion) =>
  needsEditor ? createElement('small', null, 'Needs an EDITOR token.') : null;

function QuestionsIcon() {
  return createElement(
    'svg',
    { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 },
    createElement('circle', { cx: 12, cy: 12, r: 10 }),
    createElement('path', { d: 'M9 9.5a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 1.9M12 17v.5' }),
  );
}
