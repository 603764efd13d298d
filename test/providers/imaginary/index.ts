import { adapterOf } from '../../../src/providers/data-source.ts';
import type { ProviderDefinition } from '../../../src/providers/definition.ts';
import { documentedErrors } from '../../../src/providers/error-row.ts';
import { holds } from './holds.data-source.ts';
import { holdsErrors } from './holds.errors.ts';
import { holdId } from './holds.mapping.ts';

const id = 'IMAGINARY';

/** A provider that exists nowhere: it proves that one more is a folder and an entry in a list. */
export const imaginary: ProviderDefinition = {
  id,
  description: 'Holds on cards that nobody has.',
  targets: {
    payment: { id: holdId, readable: true, attemptMs: 10_000, cancellableStatuses: ['PENDING', 'AUTHORIZED'] },
  },
  settings: [
    { kind: 'url', name: 'IMAGINARY_BASE_URL', description: 'Where its API is.' },
    { kind: 'secret', name: 'IMAGINARY_API_KEY', description: 'The key of the merchant.' },
  ],
  documentedErrors: documentedErrors('payment', holdsErrors),
  create(settings, tools) {
    const baseUrl = settings.text('IMAGINARY_BASE_URL');
    return adapterOf({
      payment: holds({ provider: id, baseUrl, apiKey: settings.secret('IMAGINARY_API_KEY'), tools }),
    });
  },
};
