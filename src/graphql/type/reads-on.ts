import { Extensions } from 'type-graphql';

/** A field that is read from a provider by a call of its own. `server/asked-for.ts` counts it for whoever asks. */
export function ReadsOn(): MethodDecorator {
  return Extensions({ reads: true });
}
