// All connectors. A new one is a folder, a line here, and the promises of tests/contract/connector.test.ts.
import { aliyunDm } from './aliyun-dm/index.ts';
import { aliyunDypns } from './aliyun-dypns/index.ts';
import { aliyunGlobe } from './aliyun-globe/index.ts';
import { aliyunSms } from './aliyun-sms/index.ts';
import type { MessageConnector } from './connector.ts';
import { httpMail, httpSms } from './http/index.ts';
import { smtp } from './smtp/index.ts';

export const connectors: MessageConnector[] = [aliyunSms, aliyunDypns, aliyunGlobe, aliyunDm, smtp, httpSms, httpMail];

/** By Logto's id or by the short name of the command line. */
export function findConnector(idOrAlias: string): MessageConnector | undefined {
	return connectors.find(({ id, alias }) => id === idOrAlias || alias === idOrAlias);
}

/** Ends every connection that connectors keep open. */
export function closeConnectors(): void {
	for (const { close } of connectors) close?.();
}
