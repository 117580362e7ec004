// Passwords that people in China choose: words in pinyin, surnames and keyboard rows, with numbers that sound like vows.

const surnames =
	'wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang';
const words =
	'woaini aini woaiwo woaiwojia woaizhongguo wodemima mima nihao tiantian xiaoming baobei laopo laogong mama baba ' +
	'zhongguo beijing shanghai guangzhou shenzhen dongguan wangyi taobao weixin woshishui meiyou buzhidao haha hehe ' +
	'a aa aaa abc asd asdf qwe qwer qwert qwerty zxc zxcv zxcvbnm qaz qazwsx qq ww q w z x love iloveyou';
const vows = ['520', '521', '1314', '5201314', '1314520', '5211314', '1314521', '3344', '2013', '9420', '51'];
const luck = ['168', '888', '666', '999', '8888', '6666', '88888888', '66668888'];
const counts = [
	'123',
	'1234',
	'12345',
	'123456',
	'1234567',
	'12345678',
	'123456789',
	'123123',
	'321',
	'321321',
	'112233'
];

const split = (list: string) => list.split(' ');

export function listChineseFavourites(): string[] {
	const numbers = [...vows, ...luck, ...counts];
	const stems = [...split(surnames), ...split(words)];
	return [
		...split(words).filter((word) => word.length >= 8),
		...stems.flatMap((stem) => numbers.flatMap((number) => [stem + number, number + stem])),
		...vows.flatMap((one) => [...vows, ...luck].flatMap((other) => [one + other, other + one, one + other + one])),
		...['a', 'q', 'z', 'w', 's'].flatMap((letter) => vows.map((vow) => vow + letter)),
		...['147258369', '159357456', '11223344', '1122334455', '741852963', '123qweasd', '1q2w3e4r', '100200300']
	];
}
