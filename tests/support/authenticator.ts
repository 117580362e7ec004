// A device with a screen lock, as Chromium's own tools pretend it.
import type { Page } from '@playwright/test';

export async function plugInAuthenticator(page: Page) {
	const tools = await page.context().newCDPSession(page);
	await tools.send('WebAuthn.enable');
	const { authenticatorId } = await tools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true
		}
	});
	const verifies = (isUserVerified: boolean) =>
		tools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
	return {
		/** Whoever holds it is not its owner. */
		refuse: () => verifies(false),
		agree: () => verifies(true),
		forget: () => tools.send('WebAuthn.clearCredentials', { authenticatorId }),
		/** A copy of the authenticator, made before it was used last. */
		async turnBack() {
			const { credentials } = await tools.send('WebAuthn.getCredentials', { authenticatorId });
			await tools.send('WebAuthn.clearCredentials', { authenticatorId });
			for (const credential of credentials) {
				await tools.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential, signCount: 0 } });
			}
		}
	};
}
