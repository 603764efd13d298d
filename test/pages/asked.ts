/** How often the provider was asked to cancel this payment. */
export type Asked = (paymentId: string) => Promise<number>;

export async function expectAsked(paymentId: string, times: number, asked: Asked): Promise<void> {
  const found = await asked(paymentId);
  if (found !== times) throw new Error(`The provider was asked ${found} times for ${paymentId}, not ${times}.`);
}
