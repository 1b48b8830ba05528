import type { Text } from '../../shared/locale.ts';

interface ProblemKind {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500;
  readonly title: Text;
  /** What to do about it. */
  readonly advice: Text;
}

const kind = (status: ProblemKind['status'], title: Text, advice: Text): ProblemKind => ({
  status,
  title,
  advice,
});

/** Everything that the API answers instead of what was asked for. */
export const PROBLEMS = {
  'not-signed-in': kind(
    401,
    { zh: '未登录，或登录已过期', en: 'Not signed in, or the session has expired' },
    { zh: '请重新登录；已填写的内容不会丢失。', en: 'Sign in again; nothing you typed is lost.' },
  ),
  'sign-in-failed': kind(
    401,
    { zh: '账号或密码不对', en: 'Account or password is wrong' },
    {
      zh: '请核对后再试。连续 5 次不对，账号锁定 15 分钟；忘记密码请联系管理员重置。',
      en: 'Check both and try again. Five wrong tries lock an account for 15 minutes; an administrator can reset the password.',
    },
  ),
  'password-to-change': kind(
    403,
    { zh: '首次登录须先修改密码', en: 'The first password must be changed first' },
    { zh: '请先修改密码。', en: 'Change the password, then go on.' },
  ),
  'password-too-weak': kind(
    422,
    { zh: '新密码不合要求', en: 'The new password is too weak' },
    {
      zh: '至少 10 个字符，含大写、小写、数字、符号中的三种（16 个字符以上不限）；不含账号，不同于原密码。',
      en: 'Ten characters or more of three kinds (capitals, small letters, digits, others), or sixteen of any; without the account’s name, and not the old one.',
    },
  ),
  'signs-in-elsewhere': kind(
    404,
    { zh: '本系统由统一身份认证登录', en: 'People sign in with an identity provider here' },
    { zh: '请从统一身份认证平台登录。', en: 'Sign in there.' },
  ),
  'not-yours': kind(
    403,
    { zh: '无权查看或报送该单位', en: 'This unit is not yours to see or to send for' },
    {
      zh: '请核对单位代码；如应由您报送，请联系管理员把单位加到您的账号。',
      en: 'Check the code of the unit; an administrator can add it to your account.',
    },
  ),
  'not-yours-to-do': kind(
    403,
    { zh: '这一步不由您办理', en: 'This step is for others to take' },
    {
      zh: '请由相应角色的人员办理。',
      en: 'Somebody whose role it is must take it.',
    },
  ),
  'not-printable': kind(
    422,
    { zh: '这份文件还排不出自评表', en: 'No report can be laid out from this file yet' },
    {
      zh: '没有找到自评表、带有密级标志、或有印不出的字；请先按校验结果改。',
      en: 'No table was found, it bears a classification mark, or some characters cannot be printed: mend what the check says first.',
    },
  ),
  'draft-too-large': kind(
    422,
    { zh: '表太大，不能预览', en: 'The table is too large for a preview' },
    {
      zh: '预览至多 1,000 个项目；报送不受此限，报送后可看正式的自评表。',
      en: 'A preview takes up to 1,000 projects. Sending is not limited by this, and the report itself can be seen afterwards.',
    },
  ),
  'not-found': kind(
    404,
    { zh: '没有这一项', en: 'There is no such thing' },
    {
      zh: '请核对地址；可能是别的单位的，或已删除。',
      en: 'Check the address; it may be another unit’s, or deleted.',
    },
  ),
  'no-such-period': kind(
    404,
    { zh: '没有这个年度', en: 'There is no such period' },
    { zh: '请从年度列表中选择。', en: 'Choose one of the list of periods.' },
  ),
  'form-not-accepted': kind(
    422,
    { zh: '本年度不用这种表式', en: 'This period does not take this form' },
    { zh: '请从该年度的表式中选择一种。', en: 'Choose one of the forms of the period.' },
  ),
  'not-valid': kind(
    422,
    { zh: '请求的内容不对', en: 'The request is not valid' },
    {
      zh: '请按接口说明改正下列各处。',
      en: 'Mend what is named below; the API’s description says how.',
    },
  ),
  'not-confirmed': kind(
    422,
    { zh: '上传前须确认不含国家秘密、工作秘密', en: 'A confirmation is missing' },
    {
      zh: '请确认“文件不含国家秘密、工作秘密”（confirmed=true）后再报送。',
      en: 'Confirm that the file holds no state or work secrets (confirmed=true), then send again.',
    },
  ),
  'no-file': kind(
    422,
    { zh: '没有收到文件', en: 'No file came with the request' },
    {
      zh: '请选择文件后再报送；空文件不收。',
      en: 'Choose a file and send again; an empty one is none.',
    },
  ),
  'request-too-large': kind(
    413,
    { zh: '内容太多', en: 'The request is too large' },
    {
      zh: '一次最多 128 KB。请缩短文字，或分几次办理。',
      en: 'At most 128 KB at once. Shorten the texts, or take several steps.',
    },
  ),
  'too-large': kind(
    413,
    { zh: '文件太大', en: 'The file is too large' },
    {
      zh: '4 MB 以内直接报送；更大的先取直传地址（uploads/link），最多 10 MB。请检查表中是否有图片。',
      en: 'Up to 4 MB can be sent directly, up to 10 MB by an address from uploads/link. Look for pictures in the table.',
    },
  ),
  'no-scan': kind(
    422,
    { zh: '不是 PDF、JPG 或 PNG 文件', en: 'The file is no PDF, JPEG or PNG' },
    {
      zh: '请把盖章的纸质表扫描或拍照后再上传；Word、Excel 文件不收。',
      en: 'Scan or photograph the sealed paper; documents of other kinds are not taken.',
    },
  ),
  'scan-too-large': kind(
    413,
    { zh: '扫描件太大', en: 'The scan is too large' },
    {
      zh: '4 MB 以内直接上传；更大的先取直传地址（scans/link），最多 20 MB。可改用 200 dpi 灰度重新扫描。',
      en: 'Up to 4 MB can be sent directly, up to 20 MB by an address from scans/link. A scan in grey at 200 dpi is smaller.',
    },
  ),
  'preview-too-large': kind(
    413,
    { zh: '表太大，不能在页面上预览', en: 'The table is too large to be shown here' },
    {
      zh: '请看网页预览，或在公开前下载盖章稿核对。',
      en: 'Look at the page, or at the copy to be sealed.',
    },
  ),
  'wrong-type': kind(
    415,
    { zh: '请求的类型不对', en: 'The type of the request’s body is wrong' },
    {
      zh: '文件用 application/octet-stream 或 multipart/form-data，其余用 application/json。',
      en: 'Files come as application/octet-stream or multipart/form-data, all else as application/json.',
    },
  ),
  'somebody-sent': kind(
    409,
    { zh: '您看过之后，又有人报送过', en: 'Somebody has sent a file since you looked' },
    {
      zh: '请先看最新一版，再决定是否覆盖；确需覆盖，请以最新的 basedOn 再报送。',
      en: 'Look at the newest revision first. To send all the same, name its basedOn.',
    },
  ),
  'somebody-sends': kind(
    409,
    { zh: '正在报送，请稍候', en: 'A file is being sent right now' },
    {
      zh: '请等几秒再看，不必重复点击。',
      en: 'Look again in a few seconds; there is no need to send twice.',
    },
  ),
  'key-taken': kind(
    409,
    { zh: '幂等键已用于另一次报送', en: 'This idempotency key was used for something else' },
    { zh: '每次报送请用新的 Idempotency-Key。', en: 'Use a new Idempotency-Key for each file.' },
  ),
  'not-accepted': kind(
    409,
    { zh: '这一版没有可比较的数据', en: 'This revision holds no stored projects' },
    {
      zh: '只有已接收的版次可以比较。',
      en: 'Only accepted revisions can be compared.',
    },
  ),
  'act-refused': kind(
    409,
    { zh: '现在不能做这一步', en: 'This step cannot be taken now' },
    {
      zh: '请看最新的审核状态再办。',
      en: 'Look at the present state of the review first.',
    },
  ),
  'under-review': kind(
    409,
    { zh: '这一版已经审核，不能自行撤销', en: 'This revision has been reviewed' },
    {
      zh: '需要更改的，请报送更正表，或联系财政部门退回。',
      en: 'Send a correction, or ask finance to send it back.',
    },
  ),
  'period-closed': kind(
    409,
    { zh: '报送期已关闭', en: 'The period is closed' },
    {
      zh: '请联系财政部门；仍可报送表格，作为期后报送保存，由财政决定是否受理。',
      en: 'Ask finance; a table can still be sent, and is kept for finance to decide on.',
    },
  ),
  'nothing-before': kind(
    404,
    { zh: '没有更早的已接收版次', en: 'There is no accepted revision before this one' },
    {
      zh: '这是第一版，没有可比较的。',
      en: 'It is the first one: there is nothing to compare with.',
    },
  ),
  'no-last-year': kind(
    404,
    { zh: '上一年度没有已接收的数据', en: 'Nothing was accepted for the year before' },
    { zh: '请下载空白模板。', en: 'Take a blank template.' },
  ),
  'not-there': kind(
    404,
    { zh: '没有这一份输出', en: 'There is no such output' },
    {
      zh: '可能还没有做好，或本次报送没有这一份；请看上传件的状态。',
      en: 'It may not be ready yet, or this upload has none; the status of the upload says.',
    },
  ),
  gone: kind(
    410,
    { zh: '文件已删除', en: 'The file is deleted' },
    { zh: '请重新报送。', en: 'Send it again.' },
  ),
  'too-many': kind(
    429,
    { zh: '请求太频繁', en: 'Too many requests' },
    { zh: '请按 Retry-After 稍候再试。', en: 'Wait as long as Retry-After says.' },
  ),
  'our-fault': kind(
    500,
    { zh: '系统故障（不是您的错）', en: 'Our own fault' },
    {
      zh: '请稍后再试；若一再发生，请把编号告诉管理员。',
      en: 'Try again later; if it keeps happening, tell an administrator the number.',
    },
  ),
} as const satisfies Record<string, ProblemKind>;

/** Name of a problem; `type` of its document ends in it. */
export type ProblemName = keyof typeof PROBLEMS;
