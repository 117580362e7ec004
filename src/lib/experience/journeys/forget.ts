// "Forget this account": the browser offers it no more. Nobody is signed out by it.
import type { Remembered, RememberedAccount } from '../../contract/remembered.ts';

type Keeper = { read(): Remembered | undefined; write(accounts: Remembered): void; clear(): void };

export function forget(kept: Keeper, isIt: (account: RememberedAccount) => boolean): void {
	const before = kept.read() ?? [];
	const left = before.filter((account) => !isIt(account));
	if (left.length === before.length) return;
	if (left.length > 0) kept.write(left);
	else kept.clear();
}
