import { Extensions } from 'type-graphql';

/**
 * Personal data: who pays and with what, and texts into which a merchant may have written either. Recorded in the extensions
 * of the field, for whatever decides who may see it; an inner field is as personal as the field that leads to it.
 */
export function Personal(): MethodDecorator & PropertyDecorator {
  return Extensions({ personal: true });
}
