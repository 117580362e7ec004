// The codes of Aliyun's gateway, which every product of Aliyun shares.
import { admin, busy, ours, perhapsSent, reportBug, wayFaults, type FaultCatalogue } from '../faults.ts';

const troubleshoot = 'Look it up with its request id at https://api.aliyun.com/troubleshoot.';

export const gatewayFaults: FaultCatalogue = {
	...wayFaults,
	SignatureDoesNotMatch: admin('The AccessKey secret does not belong to this AccessKey id. Enter both again.'),
	IncompleteSignature: ours(),
	InvalidSignatureMethod: ours(),
	'Missing*': ours(),
	'InvalidAccessKeyId*': admin(
		'The AccessKey is deleted, disabled or mistyped, or its id and secret are swapped. Check it in the RAM console.'
	),
	'InvalidSecurityToken*': {
		...admin('The STS token has expired or belongs to another AccessKey. Set a fresh triple, or use `credentials`.'),
		retry: 'renewed'
	},
	'InvalidTimeStamp*': admin(
		'The clock of this server is wrong by more than 15 minutes. Turn time synchronisation on.'
	),
	SignatureNonceUsed: perhapsSent(
		'The same request arrived twice, so the first one did arrive. Look for a proxy that repeats requests.'
	),
	'InvalidAction*': ours(`The endpoint does not know this action: is \`endpoint\` right? ${reportBug}`),
	'InvalidVersion*': ours(`The endpoint does not know this version: is \`endpoint\` right? ${reportBug}`),
	'Forbidden*': admin(
		'The RAM user may not send, or risk control stopped the account. Check its policy and the console.'
	),
	'NoPermission*': admin('The RAM user may not send. Attach a policy that allows this action.'),
	'Throttling*': busy('The account calls faster than its quota. Raise the quota if it happens often.'),
	'ServiceUnavailable*': busy(
		'Aliyun is overloaded, or `endpoint` belongs to the other kind of account (China, international).'
	),
	'InternalError*': perhapsSent(`Aliyun failed inside. Give the request id to its support. ${troubleshoot}`),

	// Before anything is sent (credentials.ts).
	'credentials.package-missing': admin(
		'Machine identity needs a package that Foyer does not bring: npm install @alicloud/credentials'
	),
	'credentials.not-in-environment': admin(
		'Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET where Foyer starts.'
	),
	'credentials.unavailable': admin(
		'This machine has no identity at Aliyun, or it did not answer. Attach a RAM role to it, or check RRSA.'
	)
};
