// Everything about second factors: which rule decides what.
import type { Settings } from '../../../../contract/settings.ts';
import type { Decision, Started } from '../../interaction/decision.ts';
import type { FactorEvent } from '../../interaction/factor-events.ts';
import { checkBackupCode, makeBackupCodes } from './backup-codes.ts';
import { bindFactor, chooseFactors } from './bind.ts';
import { checkFactorCode, requestFactorCode } from './codes.ts';
import { trustDevice } from './devices.ts';
import { askPasskey, checkPasskey } from './passkeys.ts';
import { checkTotp, offerTotp } from './totp.ts';

export function decideFactor(state: Started, event: FactorEvent, policy: Settings): Decision {
	switch (event.type) {
		case 'factor-code-requested':
			return requestFactorCode(state, event, policy);
		case 'factor-code-checked':
			return checkFactorCode(state, event, policy);
		case 'totp-offered':
			return offerTotp(state, event, policy);
		case 'totp-checked':
			return checkTotp(state, event, policy);
		case 'passkey-asked':
			return askPasskey(state, event, policy);
		case 'passkey-checked':
			return checkPasskey(state, event, policy);
		case 'backup-codes-made':
			return makeBackupCodes(state, event, policy);
		case 'backup-code-checked':
			return checkBackupCode(state, event, policy);
		case 'factor-bound':
			return bindFactor(state, event, policy);
		case 'device-trusted':
			return trustDevice(state, event, policy);
		case 'factors-chosen':
			return chooseFactors(state, event, policy);
	}
}
