import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText } from 'ai';
import type { ReaderSettings } from '../config.ts';

/** What a model is asked; some take no `temperature` and no `maxOutputTokens`. */
interface ChatAsked {
  readonly system: string;
  readonly prompt: string;
  readonly abortSignal: AbortSignal;
  readonly maxRetries: number;
  readonly temperature?: number;
  readonly maxOutputTokens?: number;
}

/** Asks a model of an OpenAI-compatible server through the AI SDK. This file is built by itself: nothing of it is loaded before. */
export function openChat({ url, key, model }: ReaderSettings, ask: typeof fetch) {
  const provider = createOpenAICompatible({
    name: 'reader',
    baseURL: url.replace(/\/+$/, ''),
    fetch: ask,
    ...(key !== undefined && { apiKey: key }),
  });
  const chat = provider.chatModel(model);
  return (asked: ChatAsked) => generateText({ model: chat, ...asked });
}
