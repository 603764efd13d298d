import { errorCodes } from '../../cancellation/errors/catalogue.ts';
import { enumType } from '../type/enum-type.ts';

/** What its values mean is told by `describe-errors.ts`, from the catalogue and from the providers' rows. */
export const ErrorCode = enumType('ErrorCode', errorCodes, {
  description: "One value per documented provider error, and the gateway's own.",
});
