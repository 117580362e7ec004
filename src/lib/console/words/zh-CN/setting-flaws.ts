// 设置有误时的提示：按规则名称，或按字段应填的内容。
import type { SettingFlawWords } from '../en/setting-flaws.ts';

export const settingFlaws: SettingFlawWords = {
	values: {
		picture: '图片地址以 / 开头，例如 /logo.png，也可以直接上传。',
		colour: '颜色为 # 加三位或六位十六进制数。',
		link: '请填写完整地址，例如 https://shop.example/terms。',
		email: '请填写邮箱地址，例如 help@shop.example。',
		css: '内容过长，最多 65,536 个字符。',
		number: '请填写允许范围内的整数。',
		other: '此内容无法保存。'
	},
	flawAt: (line, column, flaw) => `第 ${line} 行第 ${column} 列：${flaw}`,
	flaws: {
		no_sign_in_method: '至少保留一种登录方式，否则无人能够登录。',
		method_twice: '每种标识只能出现一次。',
		code_to_username: '无法向用户名发送验证码。',
		no_sign_up_identifier: '开放注册时至少需要一种注册标识，否则无人能够注册。',
		no_possible_username: '按此规则无法取出任何用户名：最小长度不能大于最大长度，且首字符须为字母或下划线。',
		default_country_not_allowed: '默认国家或地区必须在允许发送验证码的范围内。',
		lockout_order: '等待须先于完全停止，且首次等待不能长于最长等待。',
		css_syntax: '无法解析为 CSS。',
		css_at_rule: '以 @ 开头的规则仅支持 media、supports、layer、container 和 keyframes。',
		css_property: '该属性不只影响外观，或不是 --foyer- 变量。',
		css_function: '该函数与颜色、长度、形状和时间无关。',
		css_address: '图片须内嵌在样式表中（PNG、JPEG、WebP 或 GIF），页面不会从别处加载内容。',
		css_words: '引号只用于字体名称，文字请在“文案”中修改。',
		css_attribute: '使用该属性的选择器可能读取用户输入的内容。',
		passkeys_without_factor: '用户通过两步验证创建通行密钥，请在其中一并启用通行密钥。',
		trust_without_memory: '浏览器不保留任何信息时，无法设为受信任的浏览器：请允许记住账号，或关闭受信任的浏览器。',
		single_sign_on: '暂不支持单点登录。',
		social_sign_in: '暂不支持社交账号登录。',
		sentinel_policy: '失败次数由 lockoutPolicy 控制，请设置其阈值和等待时间。',
		disposable_addresses: '没有内置的一次性邮箱名单，请在禁用邮箱中填写。',
		foreign_picture: '页面不会从其他网站加载图片，请上传图片。',
		custom_content: '页面不支持外部内容。'
	}
};
