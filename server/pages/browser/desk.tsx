import { render } from 'preact';
import { App } from './desk/app.tsx';
import { Desk } from './desk/desk.ts';

const place = document.getElementById('desk');
if (place !== null) render(<App desk={new Desk()} />, place);
