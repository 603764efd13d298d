import type { RestAnswer } from '../rest/result.ts';
import type { ProviderTools } from './definition.ts';

/** Whether an answer other than 429 comes from a provider that does not work, or from somebody in its place: a redirect, a page. */
export function isOutage({ status, body }: RestAnswer): boolean {
  return status >= 500 || (status >= 300 && status <= 399) || /^\s*</.test(body);
}

/** Passes on what the circuit of an API does. That it closes means that the provider answers again. */
export function tellCircuit(tools: ProviderTools, api: string): (state: 'open' | 'closed') => void {
  return (state) => {
    tools.circuit?.(api, state);
    if (state === 'closed') tools.recovered();
  };
}
