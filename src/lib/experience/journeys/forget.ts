// "Forget this account": the browser offers it no more. Nobody is signed out by it.
import { withoutAccount, type Remembered } from '../../contract/remembered.ts';

export function forget(
	kept: { read(): Remembered | undefined; write(accounts: Remembered): void; clear(): void },
	id: string
): void {
	const left = withoutAccount(kept.read() ?? [], id);
	if (left.length > 0) kept.write(left);
	else kept.clear();
}
