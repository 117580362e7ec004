import type { AccountAccess, AccountCaller, Caller, MachineCaller } from './lib/server/usecases/ports.ts';
import type { Settings } from './lib/contract/settings.ts';
import type { AccountSession } from './lib/contract/account/access.ts';
import type { ConsoleSession } from './lib/contract/console.ts';
import type { Draft } from './lib/contract/draft.ts';
import type { Remembered } from './lib/contract/remembered.ts';
import type { Result } from './lib/contract/result.ts';

declare global {
	namespace App {
		interface Locals {
			/** Who is asking: the same for the outer request and its in-process sub-requests. */
			caller: Caller;
			/** The identifier typed but not proven yet, carried between pages in one sealed cookie. */
			draft: { read(): Draft | undefined; write(draft: Draft): void; clear(): void };
			/** Who has signed in with this browser: one sealed cookie, for every application. */
			accounts: { read(): Remembered | undefined; write(accounts: Remembered): void; clear(): void };
			/** Who is signed in to the console with this browser: one sealed cookie. */
			console: { read(): ConsoleSession | undefined; write(session: ConsoleSession): void; clear(): void };
			/** Who is signed in to the account page with this browser: one sealed cookie. */
			account: { read(): AccountSession | undefined; write(session: AccountSession): void; clear(): void };
			/** Set by a page that is drawn otherwise than for its reader: a preview. */
			look?: {
				locale: string;
				dir: 'ltr' | 'rtl';
				theme: 'auto' | 'light' | 'dark';
				color: Settings['color'];
				radius?: number;
				artwork?: string;
				/** The brand of this installation, with its icon and style sheet. */
				isOwn?: boolean;
				/** Of a draft: loaded from an address that only administrators have. */
				customCss?: string | null;
			};
			/** The tenant's own words in a language, by key of the catalogue: in the reader's unless another one is named. */
			phrases(locale?: string): Promise<Record<string, string>>;
			/** Language of this request's pages and error texts. */
			locale: string;
			/** Whose token came with the request, if it is good for the management API. Costs a signature check. */
			authorize(): Promise<Result<MachineCaller>>;
			/** Whose token came with the request, if it is good for their own account and opens this. Costs a look-up. */
			admitOwner(access: AccountAccess): Promise<Result<AccountCaller>>;
			/** Logs what should not have happened, with the request's id. */
			report(error: unknown): void;
		}
		interface Error {
			message: string;
			requestId?: string;
		}
	}
}

export {};
