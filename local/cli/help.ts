/** What `jixiao --help` prints. */
export const HELP = `jixiao — 部门预算项目绩效自评表：校验、出表、汇总
         check, print and sum up official self-evaluation tables

用法 Usage
  jixiao check FILE…  [选项]             校验，列出要改、要核对的  what to mend and what to check
  jixiao report FILE… --out DIR [选项]   生成 PDF、反馈表、汇总表  write reports, feedback, summaries
  jixiao template --period Y --out FILE  空白或预填的填报模板      a template to fill in
  jixiao extract FILE.pdf                取出 PDF 所带数据并核对   print a report's data, verified
  jixiao verify-code CODE FILE           核对盖章稿上的校验码      check the code of a stamped copy
  jixiao verify FILE --site INDEX        公开件是否现行有效         whether a published file is current
  jixiao audit verify FILE               核验导出的审计记录        verify an exported audit trail
  jixiao forms                           认识的表式                the forms it knows
  jixiao rules [--impact FILE…]          校验规则、改规则的影响    the rules, what a change would turn
  jixiao purge KEY --reason TEXT         清除误传的文件及其一切结果  remove an upload for good
  jixiao redrive                         修复后放回死信            put dead letters back
  jixiao COMMAND --help                  某个命令的说明            help on a command

文件可以是 .xlsx .xls .et .ods .xlsb .csv .tsv；年度和单位取自 --period/--unit，否则取自路径 …/年度/单位代码/文件，
再否则取自表题和部门名称。
Period and unit come from --period/--unit, else from the path …/PERIOD/UNIT/FILE, else from the sheet.

退出码 Exit codes: 0 没有错误 no errors · 1 有错误 some errors · 2 用法不对或打不开 bad usage or path`;

/** Options that `check` and `report` share. */
const JUDGE_OPTIONS = `  --period YEAR      报送年度，如 2021          the period the files are for
  --unit CODE        报送主体代码，如 LG-FGJ    the submitter's code
  --units FILE       单位名册 CSV（code,name,aliases,parent）；给了才核对单位名称
                     register of units; without it names are not checked
  --periods FILE     年度文件 JSON（见 docs/deploy.md）；不给则用自带的 2020、2021 年度
                     file of periods; without it those of 2020 and 2021 that come with the product
  --date DAY         按这一天判断分步施行的规则，如 2027-01-01；不给则按施行前
                     the day to judge by, for rules that take effect on a date; without it the earlier weight holds
  --fonts DIR        自备字体的目录，内有 fonts.json；也可用环境变量 JIXIAO_FONTS
                     fonts of your own, with a fonts.json; or the variable JIXIAO_FONTS`;

/** Options that the operator's commands share. */
const INSTALLATION_OPTIONS = `  --stack NAME       AWS 上的栈名，如 jixiao-prod；凭据和区域取自环境
                     the stack on AWS; credentials and region come from the environment
  --local            本机系统（npm start）      the local system
  --port N           它的 S3 端口，默认 9400    its S3 port
  --dry-run          只看不动                   only look`;

/** Command → what its \`--help\` prints. */
export const COMMAND_HELP: Readonly<Record<string, string>> = {
  check: `jixiao check FILE… [选项] — 校验自评表，列出要改、要核对的 / check tables

${JUDGE_OPTIONS}
  --previous FILE    上一版或上年的 records.json（按其年度区分，可各给一次）：核对项目和金额有无变化，与上年比较
                     records of the revision before, or of the year before; may be given once for each
  --fix OUT.xlsx     按官方表式重新写一份，只改判错的执行率和数字写法，每格列在“改动清单”页
                     （一次一个文件；封面、公式等不带入）
                     write the table anew, only rates in error and the notation of figures mended, each listed
  --all              逐条列出每一处问题，不合并、不折叠
                     every single finding, nothing drawn together or folded
  --json             输出 JSON 数组            print JSON`,
  report: `jixiao report FILE… --out DIR [选项] — 生成自评表 PDF、反馈表和汇总表 / write outputs

  --out DIR          输出目录（必填）           where to write (required)
${JUDGE_OPTIONS}
  --draft            有错误也印出，每页标“草稿” print files with errors too, marked as drafts
  --paper a4         用 A4 纸竖排：逐个项目列出，一栏一行；不给则按表式用 A3
                     upright A4, one project after another, a line for each column; without it A3
  --stamped          另出盖章稿 NAME.stamped.pdf：页脚印版次、校验码和二维码（供盖章存档，不公开）
                     a stamped copy too: revision, check code and QR code in its foot
  --revision N       盖章稿上印的版次           the revision that the stamped copy names

每个文件得到 NAME.pdf（校验通过或 --draft）、NAME.feedback.xlsx、NAME.findings.json、NAME.records.json；
所有通过的文件按年度汇总成 summary-YEAR.xlsx。`,
  template: `jixiao template --period YEAR --out FILE.xlsx [选项] — 生成空白或预填的填报模板 / write a template

  --period YEAR      报送年度，如 2021（必填）  the period it is for (required)
  --out FILE.xlsx    写到哪个文件（必填）       where to write (required)
  --unit CODE        报送主体代码，如 LG-FGJ    the submitter's code
  --unit-name NAME   报送主体全称，印在表题和部门名称处；给了 --units 的可省略
                     its full name, for title and note line
  --units FILE       单位名册 CSV；给了，“部门名称”栏可从本单位及下属单位中选
                     register of units, for the drop-down list of units
  --periods FILE     年度文件 JSON（见 docs/deploy.md）；不给则用自带的 2020、2021 年度
                     file of periods; without it those of 2020 and 2021 that come with the product
  --form ID          年度接受几种表式时指明一种 which form, where a period accepts several
  --rows N           留多少行，默认 30          rows to offer
  --from FILE        往年或年初计划的 records.json：项目、预算、目标照填，完成情况和支出留空
                     records to fill in: projects, budgets and targets`,
  extract: `jixiao extract FILE.pdf — 取出自评表 PDF 附带的数据（JSON），并与版面文字逐格核对
                          print the data that a report carries, verified against its pages

退出码 Exit codes: 0 一致 they agree · 1 不一致、没有数据或不是本程序的 PDF differ, no data, or not a report`,
  purge: `jixiao purge KEY --reason TEXT --stack NAME|--local [选项] — 清除误传的文件：每个版本、由它产生的每样结果，
                以及可能含其内容的汇总表；只留一行不含内容的记录 / remove an upload and all that was made of it

  KEY                uploads/年度/单位代码/文件 uploads/PERIOD/UNIT/FILE
  --reason TEXT      为什么，记录在案（必填）；不要写文件内容
                     why, kept on record (required); without content
  --by NAME          谁要求的，默认为当前用户   who asks
${INSTALLATION_OPTIONS}
  --table --uploads --outputs NAME
                     表和两个存储桶的名称，也可用环境变量 TABLE_NAME、UPLOADS_BUCKET、OUTPUTS_BUCKET
                     names of the table and the buckets, or from the environment

中断了就再运行一次。退出码 Exit codes: 0 已清除 removed · 1 没有这个上传 nothing there · 2 用法或权限不对 bad usage or refused`,
  redrive: `jixiao redrive --stack NAME|--local [选项] — 修复之后，把每个队列的死信放回去 / put dead letters back after a repair

${INSTALLATION_OPTIONS}`,
  'verify-code': `jixiao verify-code CODE FILE [选项] — 按 records.json 或 PDF 所带数据重新计算校验码，与盖章稿上印的比较
                          compute a check code from a records.json, or from the data of a PDF, and compare

  --revision N       纸上印的版次，印“—”的不给  the revision on paper; leave out where it says —

退出码 Exit codes: 0 一致 it matches · 1 不一致或读不出数据 another code, or no data`,
  verify: `jixiao verify FILE --site INDEX — 按 SHA-256 核验公开件：现行、已被更正版替代、已撤回或未找到
                          tell what a published file is by its SHA-256: current, replaced, withdrawn or unknown

  --site INDEX       公开网站的 index.json，或其所在文件夹（必填） index.json of the site, or its folder
  --json             输出 JSON               print JSON

退出码 Exit codes: 0 现行 current · 1 其他 anything else`,
  audit: `jixiao audit verify FILE [选项] — 核验导出的审计记录（JSON Lines）：逐条验算摘要链，指出第一条被动过的
                          verify an exported audit trail: tells the first entry that was tampered with

  --expect HASH      末条应有的摘要（事先记下的）：末尾被删也能发现
                     the hash it must end with, noted earlier: tells that entries were cut off at the end

退出码 Exit codes: 0 完整 it holds · 1 不完整 it does not`,
  forms:
    'jixiao forms — 列出认识的表式 / list the forms\n\n  --json             输出 JSON / print JSON',
  rules: `jixiao rules — 列出校验规则和判断标准 / list the rules and their thresholds

  --impact FILE…     改变政策会使哪些表由通过变退回、由退回变通过 / which tables a change of policy would turn
  --policy FILE      要试的政策，JSON：规则名 → off、hint、warning、error；也可写 {"policy": {…}, "thresholds": {…}}；
                     不给则试分步施行的规则全部到期 / the policy to try; without it every staged rule in force
  --period --unit --fonts   同 jixiao check / as in jixiao check
  --json             输出 JSON / print JSON`,
};
