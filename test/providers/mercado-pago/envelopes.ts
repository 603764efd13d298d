/** The same error in each envelope that Mercado Pago uses, a number as such too. */
export function envelopes(status: number, code: string): object[] {
  const spellings = /^\d+$/.test(code) ? [code, Number(code)] : [code];
  return spellings.flatMap((code) => [
    { errors: [{ code, message: 'said so' }] },
    { message: 'said so', error: 'bad_request', status, cause: [{ code, description: 'x', data: null }] },
    { code, message: 'said so' },
    { error: code, message: 'said so', status, cause: [] },
  ]);
}
