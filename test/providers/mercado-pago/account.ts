export const accessToken = 'APP_USR-4242-secret';
export const ordersAccessToken = 'another-secret-for-orders';

export const account = {
  settings: (baseUrl: string) => ({
    MERCADO_PAGO_BASE_URL: baseUrl,
    MERCADO_PAGO_ACCESS_TOKEN: accessToken,
    MERCADO_PAGO_ORDERS_ACCESS_TOKEN: ordersAccessToken,
  }),
  secrets: [accessToken, ordersAccessToken],
};
