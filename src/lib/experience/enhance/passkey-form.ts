// The passkey button: asks the server for options and the device for an answer, and posts it like any other form. On the
// first screen the browser may offer passkeys in the field, too.

type Ceremony = 'registration' | 'authentication' | 'sign-in';
type Options = PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;

/** The browser's WebAuthn speaks JSON since 2024; where it does not, the page offers its other ways. */
export class PasskeyForm extends HTMLElement {
	/** Of the offer in the field: a press of the button takes its place. */
	private offer = new AbortController();

	connectedCallback() {
		const form = this.querySelector('form');
		// A preview only shows what would be pressed.
		if (!form || form.closest('[data-preview]')) return;
		form.addEventListener('submit', (event) => {
			// What is filled in already is on its way.
			if (field(form, 'payload').value) return;
			event.preventDefault();
			this.offer.abort();
			void this.ask(form);
		});
		// Back shows the page as it was left: what it had answered is spent.
		addEventListener('pageshow', () => (field(form, 'payload').value = ''));
		if (this.dataset.autofill !== undefined) void this.wait(form);
	}

	private async ask(form: HTMLFormElement) {
		const button = form.querySelector('button');
		button?.setAttribute('aria-busy', 'true');
		try {
			await this.answer(form);
		} catch {
			this.say(form);
		} finally {
			button?.removeAttribute('aria-busy');
		}
	}

	/** Nobody has to choose one: silence is no failure. */
	private async wait(form: HTMLFormElement) {
		try {
			const { signal } = this.offer;
			if (await PublicKeyCredential.isConditionalMediationAvailable()) {
				await this.answer(form, { mediation: 'conditional', signal });
			}
		} catch {
			return;
		}
	}

	private async answer(form: HTMLFormElement, how: CredentialRequestOptions = {}) {
		const ceremony = this.dataset.ceremony as Ceremony;
		const { verificationId, ...answer } = await fetchOptions(
			this.dataset.options ?? `/api/experience/${places[ceremony]}`
		);
		const isNew = ceremony === 'registration';
		const options = answer[isNew ? 'registrationOptions' : 'authenticationOptions'] as Options;
		const credential = isNew
			? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
			: await navigator.credentials.get({
					...how,
					publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options)
				});
		field(form, 'verificationId').value = String(verificationId ?? '');
		field(form, 'payload').value = JSON.stringify(credential);
		copyBox(form, 'shared');
		form.requestSubmit();
	}

	/** Declined, timed out, or not supported: the device tells no more. */
	private say(form: HTMLFormElement) {
		const place = form.querySelector<HTMLElement>('.failed');
		if (!place) return;
		place.hidden = false;
		place.textContent = this.dataset.failed ?? '';
	}
}

const places: Record<Ceremony, string> = {
	registration: 'verification/web-authn/registration',
	authentication: 'verification/web-authn/authentication',
	'sign-in': 'preflight/sign-in-passkey/authentication'
};

async function fetchOptions(address: string): Promise<Record<string, unknown>> {
	const query = new URLSearchParams(location.search);
	const response = await fetch(address, {
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

/** What is ticked in the page's other form is said with this one, too. */
function copyBox(form: HTMLFormElement, name: string) {
	const copy = form.elements.namedItem(name);
	const box = document.querySelector<HTMLInputElement>(`[type=checkbox][name=${name}]`);
	if (copy instanceof HTMLInputElement && box?.checked) copy.value = box.value;
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
	return form.elements.namedItem(name) as HTMLInputElement;
}
