// What the pages' forms post: the names of the fields and their bounds. Whether a text means anything is decided later.
import { z } from 'zod';
import { identifierType } from './schemas.ts';

const text = z.string().trim().min(1).max(320);

/** Which field it was typed in. `account` takes a username or an email address. */
export const fieldKind = z.enum(['phone', 'email', 'username', 'account']);
export type FieldKind = z.infer<typeof fieldKind>;

/** Who it is, by which field, and the country beside a phone number. */
export const identifierForm = z.object({
	identifier: text,
	kind: fieldKind,
	country: z
		.string()
		.regex(/^[A-Z]{2}$/)
		.optional()
});
export type IdentifierForm = z.infer<typeof identifierForm>;

/** A box that is not ticked posts nothing. */
const terms = { terms: z.literal('accepted').optional() };
/** Others use this computer, or not: nothing where nobody was asked. */
const shared = { shared: z.enum(['0', '1']).optional() };

/** Longer than any policy allows. Spaces belong to it. */
const password = z.string().min(1).max(1024);

/** The first screen. The password comes along where nobody signs in without one. */
export const firstForm = identifierForm.extend({ ...terms, ...shared, password: password.optional() });
export type FirstForm = z.infer<typeof firstForm>;

/** The row of a remembered account; `session`: the one that is signed in without being remembered. */
const account = z.string().min(1).max(64);
export const accountForm = z.object({ account });

/** A press on it. `instead`: by anything but a passkey. */
export const pickForm = accountForm.extend({ ...terms, ...shared, instead: z.literal('1').optional() });
export type PickForm = z.infer<typeof pickForm>;

const verificationId = z.string().min(1).max(64);

/** `identifier` is whom the page has shown. */
export const passwordForm = z.object({ identifier: text, kind: identifierType, password });
export type PasswordForm = z.infer<typeof passwordForm>;

/** The same of a remembered account. */
const pickedPasswordForm = accountForm.extend({ password });
export const anyPasswordForm = z.union([pickedPasswordForm, passwordForm]);

/** Whom to send a code instead of asking for the password. */
export const shownForm = z.union([accountForm, passwordForm.omit({ password: true })]);

export const newPasswordForm = z.object({ newPassword: password });

/** Fields that the settings name; which of them count is decided by those. */
export const profileForm = z.record(z.string().max(256), z.string().max(4096));

/** The link that an invitation came with. */
export const tokenForm = z.object({ email: text, token: z.string().min(1).max(256), ...terms, ...shared });
export type TokenForm = z.infer<typeof tokenForm>;

/** Typed or pasted as people do: full-width digits, spaces and dashes are welcome. */
const code = z.string().min(1).max(64);
export const codeForm = z.object({ verificationId, code });
export type CodeForm = z.infer<typeof codeForm>;

/** A yes to exactly what the page has shown. */
export const consentForm = z.object({ version: z.string().min(1).max(64) });

/** What the page's script has found; nothing where somebody has waited instead. */
export const proofForm = z.object({ nonce: z.string().max(32).default('') });

/** A button that says everything by its address. */
export const emptyForm = z.object({});

/** `again`: a code has been sent before, so this one is news. */
export const sendForm = z.object({ again: z.literal('1').optional() });
export type SendForm = z.infer<typeof sendForm>;

/** Another code, and the steps that only ask for a yes. */
export const verificationForm = z.object({ verificationId });

/** No second step in this browser for a while. */
const trust = { trust: z.literal('accepted').optional() };
export const factorCodeForm = z.object({ code, ...trust });
export const newFactorForm = z.object({ verificationId, code, ...trust });

/** What the browser answered for a passkey, as JSON that script has written into the form. */
export const passkeyForm = z.object({ verificationId, payload: z.string().min(2).max(16_384), ...trust });

/** The same for somebody who is not known yet. */
export const signInPasskeyForm = passkeyForm.pick({ payload: true }).extend(shared);

/** A yes to a new account. */
export const crossForm = verificationForm.extend(terms);
