// Pages are complete without script; a wing that hydrates says so in its own layout.
export const csr = false;
