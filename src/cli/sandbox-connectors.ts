// The connectors of the demo: the real ones, with the sandbox's account and address.
import { aliyunDm } from '../lib/server/connectors/aliyun-dm/index.ts';
import { aliyunSms } from '../lib/server/connectors/aliyun-sms/index.ts';
import type { CheckedConnector } from '../lib/server/usecases/set-connector.ts';
import { createCatalog } from '../sandbox/catalog.ts';
import { checkConnector } from './check-connector.ts';

/** Mainland and overseas template of each use, as the sandbox's catalogue has them. */
const templateCodes = {
	SignIn: { china: 'SMS_400000001', overseas: 'SMS_400000011' },
	Register: { china: 'SMS_400000002', overseas: 'SMS_400000012' },
	ForgotPassword: { china: 'SMS_400000003', overseas: 'SMS_400000013' },
	Generic: { china: 'SMS_400000004', overseas: 'SMS_400000014' }
};

export function sandboxConnectors(port: number): CheckedConnector[] {
	const { accessKeyId, accessKeySecret, signName } = createCatalog().credentials;
	const account = { accessKeyId, accessKeySecret, endpoint: `http://127.0.0.1:${port}` };
	const templates = Object.entries(templateCodes).map(([usageType, templateCode]) => ({ usageType, templateCode }));
	const sms = aliyunSms.config.parse({ ...account, signName, templates });
	const mail = aliyunDm.config.parse({ ...account, accountName: 'no-reply@foyer.example', fromAlias: 'Foyer' });
	return [checkConnector(aliyunSms, sms), checkConnector(aliyunDm, mail)];
}
