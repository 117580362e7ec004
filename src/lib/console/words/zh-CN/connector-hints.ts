// 测试发送失败后的处理建议，以 API 的英文句子为键。
import type { connectorHints as english } from '../en/connector-hints.ts';

export const connectorHints: typeof english = {
	// 通用
	'No connection to the endpoint. Check name resolution, firewall, proxy and certificates.':
		'无法连接服务地址，请检查域名解析、防火墙、代理和证书。',
	'No answer in time. The message may be on its way: look it up at the provider.':
		'等待回复超时，消息可能已经发出，请到服务商处查询。',
	'The connection broke. The message may be on its way: look it up there.':
		'连接中断，消息可能已经发出，请到服务商处查询。',
	'The answer was not the provider’s. Check the endpoint and any proxy on the way.':
		'收到的不是服务商的回复，请检查服务地址和中间的代理。',
	'A fault of this connector: please report it with the code and the request id.':
		'这是连接器自身的问题，请附上错误码和 RequestId 反馈给 Foyer。',
	'A code this version does not know. Look it up, with its request id, in the provider’s documents.':
		'当前版本不认识此错误码，请用错误码和 RequestId 在服务商文档中查询。',
	'An SMS connector needs a number with + and country code, a mail connector an address.':
		'短信连接器需要带 + 和国家代码的手机号，邮件连接器需要邮箱地址。',

	// 阿里云网关
	'The AccessKey secret does not belong to this AccessKey id. Enter both again.':
		'AccessKey Secret 与 AccessKey ID 不匹配，请重新填写两项。',
	'The AccessKey is deleted, disabled or mistyped, or its id and secret are swapped. Check it in the RAM console.':
		'AccessKey 已删除、已禁用、填写有误，或 ID 与 Secret 填反了，请在 RAM 控制台核对。',
	'The STS token has expired or belongs to another AccessKey. Set a fresh triple, or use `credentials`.':
		'STS 令牌已过期或不属于此 AccessKey，请更换整组临时凭证，或改用 credentials。',
	'The clock of this server is wrong by more than 15 minutes. Turn time synchronisation on.':
		'服务器时间误差超过 15 分钟，请开启时间同步。',
	'The same request arrived twice, so the first one did arrive. Look for a proxy that repeats requests.':
		'同一请求到达了两次，说明第一次已送达。请检查是否有代理在重复发送请求。',
	'The endpoint does not know this action: is `endpoint` right? A fault of this connector: please report it with the code and the request id.':
		'服务地址不支持此接口，请先核对 endpoint。若无误，则是连接器自身的问题，请附上错误码和 RequestId 反馈给 Foyer。',
	'The endpoint does not know this version: is `endpoint` right? A fault of this connector: please report it with the code and the request id.':
		'服务地址不支持此接口版本，请先核对 endpoint。若无误，则是连接器自身的问题，请附上错误码和 RequestId 反馈给 Foyer。',
	'The RAM user may not send, or risk control stopped the account. Check its policy and the console.':
		'RAM 用户没有发送权限，或账号被风控限制，请检查授权策略和控制台。',
	'The RAM user may not send. Attach a policy that allows this action.':
		'RAM 用户没有发送权限，请授予允许此操作的策略。',
	'The account calls faster than its quota. Raise the quota if it happens often.':
		'调用频率超过账号配额，如经常出现请申请提高配额。',
	'Aliyun is overloaded, or `endpoint` belongs to the other kind of account (China, international).':
		'阿里云繁忙，或 endpoint 与账号类型（中国站、国际站）不符。',
	'Aliyun failed inside. Give the request id to its support. Look it up with its request id at https://api.aliyun.com/troubleshoot.':
		'阿里云内部错误，请提供 RequestId 联系阿里云客服，也可在 https://api.aliyun.com/troubleshoot 自助诊断。',
	'Machine identity needs a package that Foyer does not bring: npm install @alicloud/credentials':
		'使用机器身份需要另外安装：npm install @alicloud/credentials',
	'Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET where Foyer starts.':
		'请在启动 Foyer 的环境中设置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET。',
	'This machine has no identity at Aliyun, or it did not answer. Attach a RAM role to it, or check RRSA.':
		'此机器没有阿里云身份，或身份服务无响应。请为其绑定 RAM 角色，或检查 RRSA 配置。',

	// 短信服务
	'This number had its share: 1 a minute, 5 an hour, 10 a day for one signature; 40 a day over all senders. The console can raise it and whitelist test numbers.':
		'该号码已达发送上限：同一签名每分钟 1 条、每小时 5 条、每天 10 条，所有发送方合计每天 40 条。可在阿里云控制台调整上限，或将测试号码加入白名单。',
	'This number had its share of messages. The console shows the limits.':
		'该号码已达发送上限，具体限制见阿里云控制台。',
	'The number cannot be reached by this account. Outside +86, look whether its template is an overseas one.':
		'此账号无法向该号码发送。若不是 +86 号码，请确认使用的是国际模板。',
	'The number is on a complaint list, which nobody can lift.': '该号码在投诉黑名单中，无法解除。',
	'The account may not send to this country.': '此账号没有向该国家或地区发送的权限。',
	'Aliyun does not send to this country.': '阿里云不支持向该国家或地区发送。',
	'The daily cap of the account is reached. Look for somebody pumping messages before raising it.':
		'已达账号每日上限。提高上限之前，请先排查是否有人在刷短信。',
	'The monthly cap of the account is reached. Look for somebody pumping messages before raising it.':
		'已达账号每月上限。提高上限之前，请先排查是否有人在刷短信。',
	'No balance, or the package covers another region. Top up.': '余额不足，或套餐包不适用于该地区，请充值。',
	'The service is suspended for arrears. Top up.': '服务因欠费停用，请充值。',
	'The SMS service is not activated. Activate it in the console.': '尚未开通短信服务，请在阿里云控制台开通。',
	'The account has no working SMS service. Look at its state in the Aliyun console.':
		'账号的短信服务不可用，请在阿里云控制台查看状态。',
	'The RAM user may not send. Attach a policy that allows dysms:SendSms.':
		'RAM 用户没有发送权限，请授予包含 dysms:SendSms 的策略。',
	'The signature is unknown to this account or not approved. Compare `signName` letter by letter, without 【】.':
		'此账号下没有该签名，或签名尚未通过审核。请逐字核对签名，不含【】。',
	'The signature is not usable any more. Look at its state in the console.': '签名已不可用，请在阿里云控制台查看状态。',
	'The signature is banned. Look at its state in the console.': '签名已被封禁，请在阿里云控制台查看状态。',
	'A verification signature only sends verification templates. Use a general one.':
		'验证码签名只能发送验证码模板，请使用通用签名。',
	'The template is unknown to this account or not approved. Check its code.':
		'此账号下没有该模板，或模板尚未通过审核，请核对模板 CODE。',
	'The template has a variable that is not named `code`. Use one variable, `code`.':
		'模板中有名称不是 code 的变量，请只使用一个变量 code。',
	'The template wants another kind of value. Use one variable, `code`, of digits, 4 to 6 long.':
		'模板变量的类型不符，请只使用一个变量 code，类型为 4 到 6 位数字。',
	'The text broke a content rule. Review signature and template in the console.':
		'内容不合规，请在阿里云控制台检查签名和模板。',
	'The text broke a content rule. Review signature and template in the console. Also seen when the request came from outside mainland China.':
		'内容不合规，请在阿里云控制台检查签名和模板。从中国内地以外发起请求时也会出现此错误。',
	'An overseas template was used for a mainland number. Give `templateCode` both `china` and `overseas`.':
		'向中国内地号码使用了国际模板，请在 templateCode 中同时填写 china 和 overseas。',
	'Mainland messages must be sent from an address in mainland China. Check the egress address.':
		'国内短信须从中国内地的 IP 发起，请检查服务器的出口 IP。',
	'A test signature or template only reaches test numbers. Use an approved pair.':
		'测试签名或模板只能发送到测试号码，请使用已通过审核的签名和模板。',
	'The account asks for an extension code that Foyer does not send. Ask Aliyun to drop it.':
		'账号要求填写扩展码，而 Foyer 不发送扩展码，请联系阿里云取消此要求。',
	'One extension code serves several signatures. Ask Aliyun to separate them.':
		'一个扩展码对应了多个签名，请联系阿里云拆分。',
	'The sender id is not registered for this country.': 'Sender ID 未在该国家或地区注册。',
	'The signature is not usable in this country.': '该签名不能用于此国家或地区。',
	'The account may not use this action. Is it a China or an international account?':
		'账号无权调用此接口，请确认账号属于中国站还是国际站。',
	'Aliyun takes this for fraud. Look for somebody pumping messages.': '阿里云判定为异常发送，请排查是否有人在刷短信。',
	'Aliyun failed inside. Give the request id to its support.': '阿里云内部错误，请提供 RequestId 联系阿里云客服。',
	'The carrier gateway failed. Give the request id to Aliyun.': '运营商网关出错，请提供 RequestId 联系阿里云。',

	// 邮件推送
	'`accountName` is not a sender address of this account and region.': 'accountName 不是此账号在该地域的发信地址。',
	'The sender address is frozen. Look at its state in the DirectMail console.':
		'发信地址已冻结，请在邮件推送控制台查看状态。',
	'The sender domain is not verified. Check its DNS records in the console.':
		'发信域名尚未验证，请在控制台检查 DNS 解析记录。',
	'The address is malformed, or on the list of addresses that bounce.': '邮箱地址格式有误，或在无效地址名单中。',
	'A rate or quota of the account is used up, or the account is restricted.': '账号的频率或额度已用完，或账号受限。',
	'The subject of the template is not accepted. Shorten it.': '模板主题不被接受，请缩短。',
	'The content of the template is not accepted.': '模板内容不被接受。',
	'`fromAlias` is not accepted. Use fewer than 15 characters.': '发信人昵称不被接受，请少于 15 个字符。',
	'DirectMail failed inside. Give the request id to its support.':
		'邮件推送内部错误，请提供 RequestId 联系阿里云客服。',

	// 号码认证与国际短信
	'The service takes one message a minute for a number.': '此服务对同一号码每分钟只发送一条。',
	'The RAM user may not send. Attach a policy that allows dypns:SendSmsVerifyCode.':
		'RAM 用户没有发送权限，请授予包含 dypns:SendSmsVerifyCode 的策略。',
	'This service only takes the signatures that Aliyun gives with it. Copy `signName` from its console.':
		'此服务只能使用系统赠送的签名，请从控制台复制。',
	'This service only takes the templates that Aliyun gives with it. Copy `templateCode` from its console.':
		'此服务只能使用系统赠送的模板，请从控制台复制模板 CODE。',
	'The template has other variables than `variables` says. Name exactly those of its text: code, or code and min.':
		'模板变量与 variables 不一致，请与模板内容保持一致：code，或 code 和 min。',
	'The RAM user may not send. Attach a policy that allows dysms:SendMessageToGlobe.':
		'RAM 用户没有发送权限，请授予包含 dysms:SendMessageToGlobe 的策略。',
	'This product does not reach mainland China. Add a connector that serves it.':
		'此产品无法发送到中国内地，请另外添加支持的连接器。',

	// HTTP
	'The name of the endpoint leads to a private or reserved address. Only public addresses are sent to.':
		'服务地址的域名指向内网或保留地址，只能向公网地址发送。',
	'The receiver says that this recipient had its share.': '接收方表示该号码或邮箱已达发送上限。',
	'The receiver says that the recipient cannot be reached.': '接收方表示无法送达该号码或邮箱。',
	'The receiver does not serve this country.': '接收方不支持该国家或地区。',
	'The receiver could not hand the message on.': '接收方未能转发消息。',
	'The receiver does not take the signature. Has it the same `secret`, and the right time?':
		'接收方拒绝了请求签名，请确认双方的 secret 相同，且对方时间准确。',
	'Nothing receives at this address. Check `endpoint`.': '此地址没有接收服务，请核对 endpoint。',
	'The receiver refused the message. Its log says why.': '接收方拒绝了消息，原因请查看其日志。',

	// SMTP
	'No TLS with the mail server. Port 465 wants `secure`, 587 STARTTLS; is its certificate good?':
		'无法与邮件服务器建立 TLS。465 端口需开启 secure，587 端口使用 STARTTLS，并请检查证书是否有效。',
	'The name of the mail server is unknown. Check `host`.': '找不到该邮件服务器，请核对 host。',
	'The mail server puts mail off for now. Look at its log if it goes on.':
		'邮件服务器暂时推迟接收，若持续出现请查看其日志。',
	'The mail server refuses this machine. Is its address allowed to send, and the port the right one?':
		'邮件服务器拒绝了此机器，请确认本机 IP 已获准发信，且端口正确。',
	'The mail server offers no TLS at this port. Try 465 with `secure`, or 587.':
		'邮件服务器在此端口不提供 TLS，请改用 465 端口并开启 secure，或使用 587 端口。',
	'The mail server could not check the password just now.': '邮件服务器暂时无法校验密码。',
	'User name or password are refused. DirectMail has a password of its own for each sender address (SMTP密码).':
		'用户名或密码被拒绝。阿里云邮件推送的每个发信地址都有单独的 SMTP 密码。',
	'DirectMail: `fromEmail` must be the address that signs in (`auth.user`).':
		'阿里云邮件推送：fromEmail 必须与登录所用的地址（auth.user）一致。',
	'The sender address is refused. Is `fromEmail` an address that this account may send from?':
		'发信地址被拒绝，请确认此账号可以使用该 fromEmail 发信。',
	'The address cannot be reached: it does not exist, is full, or is blocked.':
		'无法送达该邮箱：地址不存在、邮箱已满或已被屏蔽。',
	'The mail was refused for what it says or where it comes from. Check SPF, DKIM and your lists.':
		'邮件因内容或来源被拒绝，请检查 SPF、DKIM 和退订名单。'
};
