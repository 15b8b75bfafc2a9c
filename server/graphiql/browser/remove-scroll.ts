import { createElement, type ElementType, type ReactNode } from 'react';

/** Stands in for what keeps a page from scrolling behind a dialog: this one never scrolls. */
export function RemoveScroll({
  as,
  children,
}: {
  readonly as: ElementType;
  readonly children: ReactNode;
}) {
  return createElement(as, null, children);
}
