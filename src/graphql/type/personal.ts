import { Extensions } from 'type-graphql';

/**
 * Personal data: who pays and with what, and texts into which a merchant may have written either. `server/hide-personal.ts`
 * decides who may see it, so the field may be null; an inner field is as personal as the field that leads to it.
 */
export function Personal(): MethodDecorator & PropertyDecorator {
  return Extensions({ personal: true });
}
