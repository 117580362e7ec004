// SenderStatisticsDetailByParam: what became of the mails to one address within some minutes.
import type { Action } from '../gateway/action.ts';
import type { Fields } from '../gateway/answer.ts';
import { gatewayProblem } from '../gateway/problem.ts';

/** Status: 0 delivered, 2 no such address, 3 taken for spam, 4 failed; undefined while nobody knows. */
export type SentMail = { to: string; accountName: string; subject: string; sentAt: number; status?: 0 | 2 | 3 | 4 };

export type SentMails = {
	add(mail: SentMail): void;
	/** Newest first. */
	find(matches: (mail: SentMail) => boolean): SentMail[];
	clear(isMeant?: (to: string) => boolean): void;
};

const capacity = 2000;
const day = 86_400_000;
const beijingOffset = 8 * 3_600_000;

export function createSentMails(): SentMails {
	let mails: SentMail[] = [];
	return {
		add: (mail) => void (mails = [mail, ...mails].slice(0, capacity)),
		find: (matches) => mails.filter(matches),
		clear: (isMeant = () => true) => void (mails = mails.filter(({ to }) => !isMeant(to)))
	};
}

export function createSenderStatistics(sentMails: SentMails): Action {
	return {
		product: 'Dm',
		version: '2015-11-23',
		name: 'SenderStatisticsDetailByParam',
		isSend: false,
		required: [],
		prepare(parameters) {
			const read = (name: string) => parameters.get(name) ?? '';
			const invalid = (name: string) =>
				gatewayProblem(`Invalid${name}`, { message: `The specified ${name} is invalid.` });
			// One of the three, at most: so the documents.
			if (['AccountName', 'TagName', 'ToAddress'].filter(read).length > 1) return invalid('ToAddress');
			const [from, until] = [parseBeijingMinute(read('StartTime')), parseBeijingMinute(read('EndTime'))];
			if (from === undefined) return invalid('StartTime');
			if (until === undefined || until < from || until - from > 30 * day) return invalid('EndTime');
			const length = Number(read('Length') || 100);
			if (!Number.isInteger(length) || length < 1 || length > 100) return invalid('Length');
			const to = read('ToAddress').toLowerCase();
			const matches = (mail: SentMail) =>
				mail.status !== undefined &&
				(!to || mail.to === to) &&
				(!read('AccountName') || mail.accountName === read('AccountName')) &&
				(!read('Status') || String(mail.status) === read('Status')) &&
				mail.sentAt >= from &&
				mail.sentAt < until + 60_000;
			return {
				recipients: to ? [to] : [],
				run: () => ({ data: { mailDetail: sentMails.find(matches).slice(0, length).map(toRow) } })
			};
		}
	};
}

function toRow({ to, accountName, subject, sentAt, status = 0 }: SentMail): Fields {
	return {
		LastUpdateTime: new Date(sentAt + beijingOffset).toISOString().slice(0, 16).replace('T', ' '),
		UtcLastUpdateTime: `${new Date(sentAt).toISOString().slice(0, 16)}Z`,
		Status: status,
		ToAddress: to,
		AccountName: accountName,
		Subject: subject,
		Message: status === 0 ? '250 Send Mail OK' : `550 refused <${to}>`,
		...(status !== 0 && { ErrorClassification: 'SendNonExistentMail' })
	};
}

function parseBeijingMinute(text: string): number | undefined {
	const [, date, time] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/.exec(text) ?? [];
	const at = Date.parse(`${date}T${time}:00+08:00`);
	return Number.isNaN(at) ? undefined : at;
}
