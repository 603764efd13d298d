/** How the usual ways to pay write themselves; the provider has more. */
export const methodNames: Readonly<Record<string, string>> = {
  amex: 'American Express',
  bolbradesco: 'Boleto',
  elo: 'Elo',
  hipercard: 'Hipercard',
  master: 'Mastercard',
  pix: 'Pix',
  visa: 'Visa',
};
