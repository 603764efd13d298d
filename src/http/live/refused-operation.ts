import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** An error that is ready to be shown, in the shape that `graphql-ws` takes errors in. */
export class RefusedOperation extends GraphQLError {
  readonly #shown: GraphQLFormattedError;

  constructor(shown: GraphQLFormattedError) {
    super(shown.message);
    this.#shown = shown;
  }

  override toJSON(): GraphQLFormattedError {
    return this.#shown;
  }
}
