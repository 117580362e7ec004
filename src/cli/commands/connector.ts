// foyer connector: what delivers the codes.
import { withVerbs } from '../command.ts';
import { list, order, remove, turn } from '../connector/arrange.ts';
import { deliveries, receipts } from '../connector/deliveries.ts';
import { set } from '../connector/set.ts';
import { test } from '../connector/test.ts';
import { aliases } from '../connector/which.ts';

const usage = `Usage:
  foyer connector set <connector> --file <file> [--id <id> | --another] [--only|--except <countries>]
  foyer connector list [--json]
  foyer connector order <id>…                              first to last
  foyer connector enable|disable|remove <id>
  foyer connector test <connector|id> --to <recipient> [--file <file>] [--locale <tag>]
  foyer connector deliveries [--hours <n>] [--json]        what became of messages; 24 hours unless said
  foyer connector receipts                                 the address that Aliyun pushes receipts to

Connectors: ${aliases.join(', ')}. The file is the JSON that Logto's connector form takes;
- reads the standard input. "set" replaces the configuration of that connector, of the one with
that id, or with --another adds a second one. --only CN,HK and --except US say which countries a
connector for text messages serves; --only all serves every country again.

Several connectors of a kind are tried in their order: the next one where the one before it
provably did not accept the message. "order" puts the named ones first.

"test" sends the code 000000 with the Generic template, through the saved configuration or,
with --file, through one that is not saved yet.

Example: foyer connector test aliyun-sms --to +8613800138000`;

export const command = withVerbs(usage, {
	set,
	list,
	order,
	enable: (args) => turn(args, true),
	disable: (args) => turn(args, false),
	remove,
	test,
	deliveries,
	receipts
});
