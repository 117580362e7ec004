// All connectors. A new one is a folder, a line here, and the promises of tests/contract/connector.test.ts.
import { aliyunDm } from './aliyun-dm/index.ts';
import { aliyunDypns } from './aliyun-dypns/index.ts';
import { aliyunGlobe } from './aliyun-globe/index.ts';
import { aliyunSms } from './aliyun-sms/index.ts';
import type { MessageConnector } from './connector.ts';

export const connectors: MessageConnector[] = [aliyunSms, aliyunDypns, aliyunGlobe, aliyunDm];

/** By Logto's id or by the short name of the command line. */
export function findConnector(idOrAlias: string): MessageConnector | undefined {
	return connectors.find(({ id, alias }) => id === idOrAlias || alias === idOrAlias);
}
