// The passkey button: asks the server for options and the device for an answer, and posts it like any other form.

/** The browser's WebAuthn speaks JSON since 2024; where it does not, the page offers its other ways. */
export class PasskeyForm extends HTMLElement {
	connectedCallback() {
		const form = this.querySelector('form');
		form?.addEventListener('submit', (event) => {
			// A preview only shows what would be pressed; what is filled in already is on its way.
			if (form.closest('[data-preview]') || field(form, 'payload').value) return;
			event.preventDefault();
			void this.ask(form);
		});
	}

	private async ask(form: HTMLFormElement) {
		const button = form.querySelector('button');
		button?.setAttribute('aria-busy', 'true');
		try {
			const ceremony = this.dataset.ceremony === 'registration' ? 'registration' : 'authentication';
			const { verificationId, ...answer } = await fetchOptions(ceremony);
			const options = answer[`${ceremony}Options`] as PublicKeyCredentialCreationOptionsJSON &
				PublicKeyCredentialRequestOptionsJSON;
			const credential =
				ceremony === 'registration'
					? await navigator.credentials.create({
							publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options)
						})
					: await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
			field(form, 'verificationId').value = String(verificationId);
			field(form, 'payload').value = JSON.stringify(credential);
			form.requestSubmit();
		} catch {
			this.say(form);
		} finally {
			button?.removeAttribute('aria-busy');
		}
	}

	/** Declined, timed out, or not supported: the device tells no more. */
	private say(form: HTMLFormElement) {
		const place = form.querySelector<HTMLElement>('.failed');
		if (!place) return;
		place.hidden = false;
		place.textContent = this.dataset.failed ?? '';
	}
}

async function fetchOptions(ceremony: string): Promise<Record<string, unknown>> {
	const query = new URLSearchParams(location.search);
	const response = await fetch(`/api/experience/verification/web-authn/${ceremony}`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			'logto-app-id': query.get('app_id') ?? '',
			'foyer-interaction': query.get('uid') ?? ''
		},
		body: '{}'
	});
	if (!response.ok) throw new Error(String(response.status));
	return (await response.json()) as Record<string, unknown>;
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
	return form.elements.namedItem(name) as HTMLInputElement;
}
