// The codes that Aliyun answers with: HTTP status and text of the gateway's own, text of the business ones.

export type GatewayProblem = { kind: 'gateway'; code: string; status: number; message: string };
export type BusinessProblem = { kind: 'business'; code: string; message: string };
export type Problem = GatewayProblem | BusinessProblem;

const gatewayCodes: Record<string, [status: number, message: string]> = {
	SignatureDoesNotMatch: [400, 'Specified signature is not matched with our calculation.'],
	IncompleteSignature: [400, 'The request signature does not conform to Aliyun standards.'],
	InvalidSignatureMethod: [400, 'Specified signature method is not valid.'],
	SignatureNonceUsed: [400, 'Specified signature nonce was used already.'],
	'InvalidTimeStamp.Expired': [400, 'Specified time stamp or date value is expired.'],
	'InvalidTimeStamp.Format': [400, 'Specified time stamp or date value is not well formatted.'],
	'InvalidAccessKeyId.NotFound': [404, 'Specified access key is not found.'],
	'InvalidAccessKeyId.Inactive': [400, 'Specified access key is disabled.'],
	'InvalidSecurityToken.Expired': [400, 'Specified SecurityToken is expired.'],
	'InvalidAction.NotFound': [404, 'Specified api is not found, please check your url and method.'],
	InvalidVersion: [404, 'Specified parameter Version is not valid.'],
	InvalidParameter: [400, 'A parameter was specified more than once.'],
	UnsupportedHTTPMethod: [400, 'This http method is not supported.'],
	RequestEntityTooLarge: [413, 'The request body is too large.'],
	'Forbidden.RAM': [403, "User not authorized to operate on the specified resource, or this API doesn't support RAM."],
	Throttling: [400, 'Request was denied due to request throttling.'],
	'Throttling.User': [400, 'Request was denied due to user flow control.'],
	'Throttling.Api': [400, 'Request was denied due to api flow control.'],
	InternalError: [500, 'The request processing has failed due to some unknown error.'],
	ServiceUnavailable: [503, 'The request has failed due to a temporary failure of the server.'],
	'InvalidMailAddress.NotFound': [404, 'The specified mailAddress does not exist.'],
	'InvalidMailAddressStatus.Malformed': [400, 'The status of the sender address is not normal.'],
	'InvalidMailAddressDomain.Malformed': [400, 'The domain of the sender address is not verified.'],
	InvalidToAddress: [400, 'The specified toAddress is wrongly formed.'],
	'InvalidToAddress.Spam': [400, 'The specified toAddress is on the list of invalid addresses.'],
	'InvalidSendMail.Spam': [400, 'The mail was refused: the rate or the quota of the account is exceeded.'],
	'InvalidSubject.Malformed': [400, 'The specified subject is wrongly formed.'],
	InvalidBody: [400, 'The body of the mail is empty or too long.'],
	'InvalidFromAlias.Malformed': [400, 'The specified fromAlias is wrongly formed.'],
	InternalServiceError: [500, 'The service failed.']
};

const businessCodes: Record<string, string> = {
	'isv.SMS_SIGNATURE_ILLEGAL': '签名不合法(不存在或被拉黑)',
	'isv.SMS_TEMPLATE_ILLEGAL': '模板不合法(不存在或被拉黑)',
	'isv.SMS_TEST_SIGN_TEMPLATE_LIMIT': '测试签名只能与测试模板一起使用',
	'isv.MOBILE_NUMBER_ILLEGAL': 'invalid mobile number',
	'isv.MOBILE_COUNT_OVER_LIMIT': '手机号码数量超过限制',
	'isv.TEMPLATE_MISSING_PARAMETERS': '模板缺少变量',
	'isv.TEMPLATE_PARAMS_ILLEGAL': '模板变量值与变量属性不匹配',
	'isv.INVALID_JSON_PARAM': 'JSON参数不合法,只接受字符串值',
	'isv.INVALID_PARAMETERS': 'params must be [a-zA-Z0-9] for verification sms',
	'isv.PARAM_LENGTH_LIMIT': '参数超出长度限制',
	'isv.DOMESTIC_NUMBER_NOT_SUPPORTED': '国际/港澳台消息模板不支持发送境内号码',
	'isv.BUSINESS_LIMIT_CONTROL': '触发分钟级流控Permits:1',
	'isv.DAY_LIMIT_CONTROL': '触发日发送限额',
	'isv.MONTH_LIMIT_CONTROL': '触发月发送限额',
	'isv.AMOUNT_NOT_ENOUGH': '账户余额不足',
	'isv.OUT_OF_SERVICE': '业务停机',
	'isv.BLACK_KEY_CONTROL_LIMIT': '黑名单管控',
	'isv.DENY_IP_RANGE': '源IP地址所在的地区被禁用',
	'isp.RAM_PERMISSION_DENY': 'RAM权限不足',
	'isp.SYSTEM_ERROR': '系统错误',
	'isp.GATEWAY_ERROR': '网关错误',
	'biz.FREQUENCY': 'check frequency failed'
};

/** Business problems come with HTTP 200; the prefixes say which codes those are. */
export function problem(code: string, options: { status?: number; message?: string } = {}): Problem {
	if (/^(isv|isp|biz)\./.test(code)) {
		return { kind: 'business', code, message: options.message ?? businessCodes[code] ?? code };
	}
	return gatewayProblem(code, options);
}

export function gatewayProblem(code: string, options: { status?: number; message?: string } = {}): GatewayProblem {
	const [status, message] = gatewayCodes[code] ?? [400, code];
	return { kind: 'gateway', code, status: options.status ?? status, message: options.message ?? message };
}

export function missingParameter(name: string): GatewayProblem {
	return gatewayProblem(`Missing${name}`, { message: `${name} is mandatory for this action.` });
}
