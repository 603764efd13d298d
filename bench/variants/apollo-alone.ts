import { apollo } from './apollo.ts';
import { server, type Variant } from './variant.ts';

export const apolloAlone: Variant = {
  ...apollo,
  name: 'Apollo Server, nothing else',
  start: (place) => ({ ...apollo.start(place), args: [server('apollo-alone')] }),
};
