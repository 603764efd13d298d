const graphqlUrl = /^\/graphql(?:\?|$)/;

/** Whether the url of a request is the address of the API, as it stands: spelled otherwise, it is another. */
export function isGraphQL(url: string | undefined): boolean {
  return url !== undefined && graphqlUrl.test(url);
}
