// The catalogue, read aloud: for every known code, what the person is told and whether we may try again.
import { describe, expect, it } from 'vitest';
import { classify, hintFor } from '../faults.ts';
import { secondsOfFullWindow, smsFaults } from './errors.ts';

const expected: Record<string, string[]> = {
	'rate-limited wait': ['isv.BUSINESS_LIMIT_CONTROL', 'BUSINESS_LIMIT_CONTROL_DAY', 'biz.FREQUENCY'],
	'number-rejected no': ['isv.MOBILE_NUMBER_ILLEGAL', 'isv.BLACK_KEY_CONTROL_LIMIT', 'MOBILE_NUMBER_ILLEGAL'],
	'country-not-supported no': ['COUNTRY_RESTRICTED', 'NOT_SUPPORTED_COUNTRY', 'isv.COUNTRY_RESTRICTED'],
	'configuration no': [
		'isv.MOBILE_COUNT_OVER_LIMIT',
		'isv.DAY_LIMIT_CONTROL',
		'isv.MONTH_LIMIT_CONTROL',
		'isv.AMOUNT_NOT_ENOUGH',
		'isv.OUT_OF_SERVICE',
		'isv.PRODUCT_UN_SUBSCRIPT',
		'isv.PRODUCT_UNSUBSCRIBE',
		'isv.ACCOUNT_NOT_EXISTS',
		'isv.ACCOUNT_ABNORMAL',
		'isv.SECURITY_FROZEN_ACCOUNT',
		'isp.RAM_PERMISSION_DENY',
		'isv.SMS_SIGNATURE_ILLEGAL',
		'isv.SIGN_STATE_ILLEGAL',
		'isv.SMS_SIGN_ILLEGAL',
		'isv.SMS_SIGNATURE_SCENE_ILLEGAL',
		'isv.TEMPLATE_MISSING_PARAMETERS',
		'isv.TEMPLATE_PARAMS_ILLEGAL',
		'isv.PARAM_LENGTH_LIMIT',
		'isv.INVALID_JSON_PARAM',
		'isv.INVALID_PARAMETERS',
		'isv.PARAM_NOT_SUPPORT_URL',
		'isv.SMS_CONTENT_ILLEGAL',
		'isv.UNSUPPORTED_CONTENT',
		'isv.DENY_IP_RANGE',
		'isv.SMS_TEST_NUMBER_LIMIT',
		'isv.SMS_TEST_SIGN_TEMPLATE_LIMIT',
		'isv.SMS_TEST_TEMPLATE_PARAMS_ILLEGAL',
		'isv.EXTEND_CODE_ERROR',
		'isv.ONE_CODE_MULTIPLE_SIGN',
		'FORBIDDEN_ACTION',
		'SignatureDoesNotMatch',
		'IncompleteSignature',
		'InvalidSignatureMethod',
		'MissingPhoneNumbers',
		'MissingParameter',
		'InvalidAccessKeyId',
		'InvalidAccessKeyId.NotFound',
		'InvalidAccessKeyId.Inactive',
		'InvalidTimeStamp.Expired',
		'InvalidTimeStamp.Format',
		'InvalidAction.NotFound',
		'InvalidVersion',
		'Forbidden',
		'Forbidden.RAM',
		'Forbidden.RiskControl',
		'NoPermission',
		'credentials.package-missing',
		'credentials.not-in-environment',
		'credentials.unavailable'
	],
	'template-not-found no': [
		'isv.SMS_TEMPLATE_ILLEGAL',
		'isv.DOMESTIC_NUMBER_NOT_SUPPORTED',
		'INVALID_SENDERID',
		'SMS_CONTENT_CODE_ILLEGAL',
		'SMS_SIGN_NAME_ILLEGAL'
	],
	'configuration renewed': ['InvalidSecurityToken.Expired', 'InvalidSecurityToken.Malformed'],
	'provider no': ['SMS_SECURITY_INTERCEPTED', 'isv.NEVER_SEEN_BEFORE', 'NeverSeen.Before', 'toString', '__proto__'],
	'provider once': [
		'Throttling',
		'Throttling.User',
		'Throttling.Api',
		'QPS_LIMIT_CONTROL',
		'isv.QPS_LIMIT_CONTROL',
		'ServiceUnavailable'
	],
	'unconfirmed perhaps-sent': [
		'isp.SYSTEM_ERROR',
		'isp.GATEWAY_ERROR',
		'isp.NEVER_SEEN_BEFORE',
		'InternalError',
		'SignatureNonceUsed',
		'no-answer.timeout',
		'no-answer.broken-off',
		'no-answer.http-502'
	],
	'unreachable once': ['not-sent.ECONNREFUSED']
};

describe('a refusal of the SMS service', () => {
	const rows = Object.entries(expected).flatMap(([verdict, codes]) => codes.map((code) => [code, verdict] as const));

	it.each(rows)('%s means: %s', (code, verdict) => {
		const { reason, retry } = classify(smsFaults, code);
		expect(`${reason} ${retry}`).toBe(verdict);
	});

	it('is listed above, whatever row of the catalogue it is', () => {
		const codes = Object.values(expected).flat();
		const missing = Object.entries(smsFaults).filter(
			([, row]) => !codes.some((code) => classify(smsFaults, code) === row)
		);
		expect(missing.map(([key]) => key)).toEqual([]);
	});

	it('is never tried again when the message may have been accepted', () => {
		const rows = Object.values(smsFaults);
		expect(rows.filter(({ reason, retry }) => reason === 'unconfirmed' && retry !== 'perhaps-sent')).toEqual([]);
		expect(rows.filter(({ retry }) => retry === 'once').map(({ reason }) => reason)).not.toContain('unconfirmed');
	});

	it('tells the administrator what to do, request id or not', () => {
		expect(hintFor(smsFaults, 'isv.AMOUNT_NOT_ENOUGH')).toContain('Top up');
		expect(hintFor(smsFaults, 'isv.AMOUNT_NOT_ENOUGH B07D47AE-0000-4000-8000-000000000000')).toContain('Top up');
		expect(hintFor(smsFaults, 'isv.NEVER_SEEN_BEFORE')).toContain('request id');
	});
});

describe('a number that had its share', () => {
	it.each([
		['触发分钟级流控Permits:1', 60],
		['触发小时级流控Permits:5', 3_600],
		['触发天级流控Permits:10', 86_400],
		['something new', 60],
		[undefined, 60]
	])('%s: wait %i seconds', (text, seconds) => {
		expect(secondsOfFullWindow(text)).toBe(seconds);
	});
});
