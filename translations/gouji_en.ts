<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>FileKind</name>
    <message>
        <source>未知</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>文本</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>警告</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>属实</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>不是问题</source>
        <translation>Not a problem</translation>
    </message>
    <message>
        <source>退回单位</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>原判断（%1）已失效：数值有变化</source>
        <translation>The judgement (%1) has lapsed: values have changed</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>%1 年格式</source>
        <translation>%1 form</translation>
    </message>
    <message>
        <source>未审</source>
        <translation>Not begun</translation>
    </message>
    <message>
        <source>审核中</source>
        <translation>In review</translation>
    </message>
    <message>
        <source>待单位整改</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>已审</source>
        <translation>Reviewed</translation>
    </message>
</context>
<context>
    <name>gouji::AboutPage</name>
    <message>
        <source>勾稽 %1</source>
        <translation>Gouji %1</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>界面、打印</source>
        <translation>interface, printing</translation>
    </message>
    <message>
        <source>图表</source>
        <translation>charts</translation>
    </message>
    <message>
        <source>编码、字形归一、拼音</source>
        <translation>encodings, normal forms, pinyin</translation>
    </message>
    <message>
        <source>公有领域</source>
        <translation>public domain</translation>
    </message>
    <message>
        <source>数据文件</source>
        <translation>data file</translation>
    </message>
    <message>
        <source>Office 文件、压缩包</source>
        <translation>office files, archives</translation>
    </message>
    <message>
        <source>读 PDF、画原页</source>
        <translation>reads PDF, draws its pages</translation>
    </message>
    <message>
        <source>PDF 的附件和修复</source>
        <translation>attachments and repair of PDF</translation>
    </message>
    <message>
        <source>识别扫描件</source>
        <translation>recognises scans</translation>
    </message>
    <message>
        <source>整理扫描的图</source>
        <translation>prepares scanned pictures</translation>
    </message>
    <message>
        <source>打印用的字体</source>
        <translation>font for printing</translation>
    </message>
    <message>
        <source>关于勾稽</source>
        <translation>About Gouji</translation>
    </message>
    <message>
        <source>&lt;p&gt;政府信息公开工作年度报告的核查工具。原文印的数从不被改写；可能有错的数从不当作确定的数显示。&lt;/p&gt;&lt;p&gt;不连网络，数据只在本机。同样的输入总得到同样的结果。&lt;/p&gt;&lt;p&gt;许可：GPL-3.0-or-later。本程序不附带任何担保。&lt;/p&gt;</source>
        <translation>&lt;p&gt;Reviews annual reports on government information disclosure. A printed number is never overwritten; a number that may be wrong is never shown as certain.&lt;/p&gt;&lt;p&gt;No network: everything stays on this computer. The same input always gives the same result.&lt;/p&gt;&lt;p&gt;Licence: GPL-3.0-or-later. There is no warranty.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>使用的部件：</source>
        <translation>Made with:</translation>
    </message>
    <message>
        <source>使用的部件</source>
        <translation>Made with</translation>
    </message>
</context>
<context>
    <name>gouji::ActionList</name>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;（%2）</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2)</translation>
    </message>
</context>
<context>
    <name>gouji::AgencyChoice</name>
    <message>
        <source>筛选机关</source>
        <translation>Filter agencies</translation>
    </message>
    <message>
        <source>画哪些机关</source>
        <translation>Agencies to draw</translation>
    </message>
</context>
<context>
    <name>gouji::BatchRepairs</name>
    <message>
        <source>已撤销 %1 份。</source>
        <translation>Taken back in %1 reports.</translation>
    </message>
</context>
<context>
    <name>gouji::CellMarks</name>
    <message>
        <source>有错误</source>
        <translation>error</translation>
    </message>
    <message>
        <source>牵涉错误</source>
        <translation>part of an error</translation>
    </message>
    <message>
        <source>有警告</source>
        <translation>warning</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>doubtful</translation>
    </message>
    <message>
        <source>推定</source>
        <translation>inferred</translation>
    </message>
    <message>
        <source>缺失</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>corrected</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>gouji::CellPanel</name>
    <message>
        <source>选一个单元格或一条问题，这里说明它的来历、勾稽和可行的处理。</source>
        <translation>Choose a cell or a finding: this panel tells where it comes from, which sums it is in, and what can be done.</translation>
    </message>
    <message>
        <source>按现在的读数确认此单元格</source>
        <translation>Confirm this cell as it is read now</translation>
    </message>
    <message>
        <source>看说明</source>
        <translation>Why a value is what it is</translation>
    </message>
    <message>
        <source>所选单元格的说明</source>
        <translation>Explanation of the chosen cell</translation>
    </message>
    <message>
        <source>复制这份说明（Ctrl+Shift+C）</source>
        <translation>Copy this explanation (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>复制这份说明</source>
        <translation>Copy this explanation</translation>
    </message>
    <message>
        <source>确认（C）</source>
        <translation>Confirm (C)</translation>
    </message>
    <message>
        <source>建议 %1 项：Alt+数字采用，Alt+↓ 预览</source>
        <translation>Suggestions (%1): Alt+number takes one</translation>
    </message>
</context>
<context>
    <name>gouji::CellsModel</name>
    <message>
        <source>%1，已确认</source>
        <translation>%1, confirmed</translation>
    </message>
    <message>
        <source>单元格</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>gouji::ChartsPage</name>
    <message>
        <source>图表</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Range</translation>
    </message>
    <message>
        <source>本机关历年</source>
        <translation>This agency over the years</translation>
    </message>
    <message>
        <source>各机关同年</source>
        <translation>Agencies of one year</translation>
    </message>
    <message>
        <source>存为图片…</source>
        <translation>Save picture…</translation>
    </message>
    <message>
        <source>存为 PNG、SVG 或 PDF 文件</source>
        <translation>Save as PNG, SVG or PDF</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>回到报告（Esc）</source>
        <translation>Back to the report (Esc)</translation>
    </message>
    <message>
        <source>图中的数字</source>
        <translation>Numbers of the chart</translation>
    </message>
    <message>
        <source>数字背后的单元格</source>
        <translation>Cells behind the number</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 年各机关：%2</source>
        <translation>Agencies in %1: %2</translation>
    </message>
    <message>
        <source>数据文件里没有这个机关的报告；导入几年的报告，这里就画出变化。</source>
        <translation>The store has no report of this agency; import those of several years, and the change is drawn here.</translation>
    </message>
    <message>
        <source>在右边勾选要画的机关。</source>
        <translation>Tick the agencies to draw at the right.</translation>
    </message>
    <message>
        <source>这些报告里没有可画的数字。</source>
        <translation>These reports have no numbers to draw.</translation>
    </message>
    <message>
        <source>无报告</source>
        <translation>no report</translation>
    </message>
    <message>
        <source>虚线框和“？”：读数待确认、空白按 0 计，或所在的勾稽不平。“—”：没有读到。</source>
        <translation>Dashed frame and “？”: a reading waits for confirmation, a blank counts as 0, or a sum does not hold. “—”: not read.</translation>
    </message>
    <message>
        <source>存为图片</source>
        <translation>Save picture</translation>
    </message>
    <message>
        <source>图片 (*.png);;矢量图 (*.svg);;PDF 文件 (*.pdf)</source>
        <translation>Picture (*.png);;Vector drawing (*.svg);;PDF file (*.pdf)</translation>
    </message>
    <message>
        <source>图表；它的数在下面的表格里</source>
        <translation>Chart; its numbers stand in the table below</translation>
    </message>
    <message>
        <source>点一根柱子，或在表中选一个数字，看它由哪些单元格得来；回车到报告里选中它们。</source>
        <translation>Click a bar, or choose a number in the table, to see the cells it is made of; Enter chooses them in the report.</translation>
    </message>
</context>
<context>
    <name>gouji::ChoiceDelegate</name>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
</context>
<context>
    <name>gouji::ChoicesModel</name>
    <message>
        <source>第 %1 项，%2</source>
        <translation>number %1, %2</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>修复：%1</source>
        <translation>Fixes: %1</translation>
    </message>
    <message>
        <source>新增：%1</source>
        <translation>Breaks: %1</translation>
    </message>
</context>
<context>
    <name>gouji::ChoicesView</name>
    <message>
        <source>采用建议</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>可选的处理</source>
        <translation>Suggestions to choose from</translation>
    </message>
</context>
<context>
    <name>gouji::CommandPalette</name>
    <message>
        <source>没有这样的命令。</source>
        <translation>No such command.</translation>
    </message>
    <message>
        <source>命令面板</source>
        <translation>Command palette</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>%1 找%2</source>
        <translation>%1 finds %2</translation>
    </message>
    <message>
        <source>命令、拼音或首字母；%1</source>
        <translation>Command; %1</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>没有找到。</source>
        <translation>Nothing found.</translation>
    </message>
</context>
<context>
    <name>gouji::ComparePage</name>
    <message>
        <source>与其他报告对比</source>
        <translation>Compared with other reports</translation>
    </message>
    <message>
        <source>文字的不同</source>
        <translation>Differences of the texts</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>与(&amp;W)</source>
        <translation>Compared &amp;with</translation>
    </message>
    <message>
        <source>与哪一份比较</source>
        <translation>Which report to compare with</translation>
    </message>
    <message>
        <source>比较</source>
        <translation> </translation>
    </message>
    <message>
        <source>上一处不同</source>
        <translation>Previous difference</translation>
    </message>
    <message>
        <source>到上一处不同（Alt+↑）</source>
        <translation>To the previous difference (Alt+↑)</translation>
    </message>
    <message>
        <source>下一处不同</source>
        <translation>Next difference</translation>
    </message>
    <message>
        <source>到下一处不同（Alt+↓）</source>
        <translation>To the next difference (Alt+↓)</translation>
    </message>
    <message>
        <source>到报告里</source>
        <translation>In the report</translation>
    </message>
    <message>
        <source>回到报告中的这一格（双击或 Enter）</source>
        <translation>Back to this cell of the report (double click or Enter)</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>回到报告（Esc）</source>
        <translation>Back to the report (Esc)</translation>
    </message>
    <message>
        <source>不同之处</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>先打开一份报告。</source>
        <translation>Open a report first.</translation>
    </message>
    <message>
        <source>%1 年报告</source>
        <translation>report for %1</translation>
    </message>
    <message>
        <source>识别结果</source>
        <translation>what was read</translation>
    </message>
    <message>
        <source>同年的 %1</source>
        <translation>%1, same year</translation>
    </message>
    <message>
        <source>数据文件里没有 %1 %2 年的报告。
打开或导入那一份，这里就把两年的表格和文字摆在一起。
上面可以改选与识别结果比较。</source>
        <translation>The store has no report of %1 for %2.
Open or import it, and the tables and texts of both years will lie here side by side.
Above, what was read can be chosen instead.</translation>
    </message>
    <message>
        <source>机关名称或年度还不知道，找不到上一年的报告。请先在报告上方填好。</source>
        <translation>Agency or year is not known yet, so last year&apos;s report cannot be found. Fill them in above the report first.</translation>
    </message>
    <message>
        <source>%1 格不同</source>
        <translation>%1 cells differ</translation>
    </message>
    <message>
        <source>三张表的数值都相同</source>
        <translation>All values of the three tables are the same</translation>
    </message>
    <message>
        <source>结转衔接 %1 列相符、%2 列不符</source>
        <translation>carried over: %1 columns agree, %2 do not</translation>
    </message>
    <message>
        <source>上年报告</source>
        <translation>last year&apos;s report</translation>
    </message>
    <message>
        <source>三张表的数值都是程序读到的，没有改过</source>
        <translation>All values of the three tables are as they were read; nothing was changed</translation>
    </message>
    <message>
        <source>%1 %2 年报告</source>
        <translation>%1, report for %2</translation>
    </message>
</context>
<context>
    <name>gouji::CompareTableModel</name>
    <message>
        <source>＝上年结转下年 %1</source>
        <translation>= last year&apos;s carried forward %1</translation>
    </message>
    <message>
        <source>≠上年结转下年 %1</source>
        <translation>≠ last year&apos;s carried forward %1</translation>
    </message>
    <message>
        <source>？上年结转下年 %1</source>
        <translation>? last year&apos;s carried forward %1</translation>
    </message>
    <message>
        <source>不可比</source>
        <translation>not comparable</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>；不可比：格式变了</source>
        <translation>; not comparable: the form changed</translation>
    </message>
    <message>
        <source>；%1 %2</source>
        <translation>; %1: %2</translation>
    </message>
    <message>
        <source>；差 %1</source>
        <translation>; difference %1</translation>
    </message>
    <message>
        <source>；%1</source>
        <translation>; %1</translation>
    </message>
    <message>
        <source>；读数待确认，比较未必可靠</source>
        <translation>; a reading waits for confirmation, the comparison may be wrong</translation>
    </message>
</context>
<context>
    <name>gouji::DifferencesModel</name>
    <message>
        <source>结转衔接 · %1</source>
        <translation>Carried over · %1</translation>
    </message>
    <message>
        <source>%1：%2 %3，本报告 %4</source>
        <translation>%1: %2 %3, this report %4</translation>
    </message>
    <message>
        <source>；读数待确认，比较未必可靠</source>
        <translation>; a reading waits for confirmation, the comparison may be wrong</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>本报告</source>
        <translation>This report</translation>
    </message>
    <message>
        <source>差</source>
        <translation>Difference</translation>
    </message>
</context>
<context>
    <name>gouji::Explanation</name>
    <message>
        <source>此格若为 %1 则成立</source>
        <translation>would hold if this cell were %1</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Prose</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>整行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>原读</source>
        <translation>Was read</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>没有与此格对应的字</source>
        <translation>no characters stand for this cell</translation>
    </message>
    <message>
        <source>行名</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>勾稽</source>
        <translation>Equations</translation>
    </message>
    <message>
        <source>另有</source>
        <translation>Also</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
</context>
<context>
    <name>gouji::FacetModel</name>
    <message>
        <source>有错误</source>
        <translation>With errors</translation>
    </message>
    <message>
        <source>有警告</source>
        <translation>With warnings</translation>
    </message>
    <message>
        <source>有待确认</source>
        <translation>With cells to confirm</translation>
    </message>
    <message>
        <source>没有问题</source>
        <translation>Nothing open</translation>
    </message>
    <message>
        <source>（年份未知）</source>
        <translation>(year unknown)</translation>
    </message>
    <message>
        <source>（地区未知）</source>
        <translation>(region unknown)</translation>
    </message>
    <message>
        <source>（还没有人审）</source>
        <translation>(nobody yet)</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>文件类型</source>
        <translation>File kind</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>还有 %1 项…</source>
        <translation>%1 more…</translation>
    </message>
    <message>
        <source>%1，%2 份，已选</source>
        <translation>%1, %2 reports, chosen</translation>
    </message>
    <message>
        <source>%1，%2 份</source>
        <translation>%1, %2 reports</translation>
    </message>
</context>
<context>
    <name>gouji::FacetView</name>
    <message>
        <source>筛选条件</source>
        <translation>Filters</translation>
    </message>
</context>
<context>
    <name>gouji::FindingsModel</name>
    <message>
        <source>判断</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>判断已失效</source>
        <translation>Verdict lapsed</translation>
    </message>
    <message>
        <source>%1 应为 %2</source>
        <translation>%1, should be %2</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Numbers</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>%1 种改法</source>
        <translation>%1 ways</translation>
    </message>
</context>
<context>
    <name>gouji::FindingsPanel</name>
    <message>
        <source>属实</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>退回单位</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>不是问题</source>
        <translation>Not a problem</translation>
    </message>
    <message>
        <source>理由；认为不是问题时须写明</source>
        <translation>Reason; wanted where it is no problem</translation>
    </message>
    <message>
        <source>判断的理由</source>
        <translation>Reason of the verdict</translation>
    </message>
    <message>
        <source>撤回判断</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>取消已作的判断</source>
        <translation>Take back what was said of it</translation>
    </message>
    <message>
        <source>问题列表</source>
        <translation>List of findings</translation>
    </message>
    <message>
        <source>没有发现问题</source>
        <translation>No findings</translation>
    </message>
    <message>
        <source>问题：错误 %1 · 警告 %2 · 提示 %3</source>
        <translation>Findings: errors %1 · warnings %2 · hints %3</translation>
    </message>
    <message>
        <source>不是问题的理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>逐段对照</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>把两份报告的这一部分并排摆出来</source>
        <translation>Put this section of both reports beside each other</translation>
    </message>
    <message>
        <source>报告确有这个问题（Y）</source>
        <translation>The report does have this problem (Y)</translation>
    </message>
    <message>
        <source>请单位更正或说明（T）</source>
        <translation>The agency is to correct or explain it (T)</translation>
    </message>
    <message>
        <source>核对后认为不是问题，须写明理由（N）</source>
        <translation>Looked at and found to be no problem; wants a reason (N)</translation>
    </message>
    <message>
        <source>判断问题</source>
        <translation>Judging findings</translation>
    </message>
</context>
<context>
    <name>gouji::FormTableModel</name>
    <message>
        <source>原读 &lt;s&gt;%1&lt;/s&gt;</source>
        <translation>read as &lt;s&gt;%1&lt;/s&gt;</translation>
    </message>
    <message>
        <source>原文 %1</source>
        <translation>printed %1</translation>
    </message>
</context>
<context>
    <name>gouji::FormView</name>
    <message>
        <source>报告表格</source>
        <translation>Tables of the report</translation>
    </message>
    <message>
        <source>单元格的值</source>
        <translation>Value of the cell</translation>
    </message>
    <message>
        <source>? 原文中没有找到此表</source>
        <translation>? Not found in the source</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>改</source>
        <translation>Correcting</translation>
    </message>
    <message>
        <source>只能剪切同一行里相连的几格；复制可以选几行。</source>
        <translation>Only neighbouring cells of one row can be cut; several rows can be copied.</translation>
    </message>
</context>
<context>
    <name>gouji::HistoryModel</name>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>修复 %1，新增 %2</source>
        <translation>fixes %1, breaks %2</translation>
    </message>
    <message>
        <source>修复：%1</source>
        <translation>Fixes: %1</translation>
    </message>
    <message>
        <source>新增：%1</source>
        <translation>Breaks: %1</translation>
    </message>
    <message>
        <source>……共 %1 行</source>
        <translation>… %1 lines in all</translation>
    </message>
    <message>
        <source>%1（已撤销）</source>
        <translation>%1 (taken back)</translation>
    </message>
    <message>
        <source>%1 等 %2 处</source>
        <translation>%1 and more, %2 places</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>原值 → 新值</source>
        <translation>Old → new</translation>
    </message>
    <message>
        <source>对问题的影响</source>
        <translation>Effect on findings</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>When</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>问题不变</source>
        <translation>findings as before</translation>
    </message>
</context>
<context>
    <name>gouji::HistoryPanel</name>
    <message>
        <source>修改记录</source>
        <translation>History</translation>
    </message>
    <message>
        <source>只看当前单元格</source>
        <translation>Current cell only</translation>
    </message>
    <message>
        <source>只列出改过表格中所选单元格的步骤</source>
        <translation>Lists only the steps that changed the cell chosen in the tables</translation>
    </message>
    <message>
        <source>到单元格</source>
        <translation>Go to cell</translation>
    </message>
    <message>
        <source>到这一步改过的单元格（双击或 Enter）</source>
        <translation>To the cell this step changed (double click or Enter)</translation>
    </message>
    <message>
        <source>撤销这一步</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>只撤销这一步，其余不动（Delete）</source>
        <translation>Takes back this step alone, the others stay (Delete)</translation>
    </message>
    <message>
        <source>看那一步</source>
        <translation>Show that step</translation>
    </message>
    <message>
        <source>这一步的理由；按 Enter 记入</source>
        <translation>Why this was done; Enter keeps it</translation>
    </message>
    <message>
        <source>这一步的理由</source>
        <translation>Reason for this step</translation>
    </message>
    <message>
        <source>%1 步，共 %2 步</source>
        <translation>%1 of %2 steps</translation>
    </message>
    <message>
        <source>打开一份报告，这里就列出对它做过的每一步。</source>
        <translation>Open a report, and every step done to it is listed here.</translation>
    </message>
    <message>
        <source>%1 还没有改过。</source>
        <translation>%1 has not been changed.</translation>
    </message>
    <message>
        <source>还没有改过这份报告。每一步更正、确认和判断都会记在这里，随时可以撤销其中任何一步。</source>
        <translation>This report has not been changed. Every correction, confirmation and verdict will be listed here, and any of them can be taken back at any time.</translation>
    </message>
    <message>
        <source>选一步，看它能不能撤销、撤销后会怎样。</source>
        <translation>Choose a step to see whether it can be taken back, and what that would do.</translation>
    </message>
    <message>
        <source>这一步已经撤销。</source>
        <translation>This step was taken back.</translation>
    </message>
    <message>
        <source>撤销、重做和理由本身不能再撤销；要改就再做一步。</source>
        <translation>Undo, redo and reasons cannot be taken back themselves; do another step instead.</translation>
    </message>
    <message>
        <source>可以撤销；问题不增不减。</source>
        <translation>Can be taken back; findings stay as they are.</translation>
    </message>
    <message>
        <source>可以撤销：会少 %1 个问题，多 %2 个问题。</source>
        <translation>Can be taken back: %1 findings fewer, %2 more.</translation>
    </message>
    <message>
        <source>共 %1 步</source>
        <translation>%1 steps</translation>
    </message>
</context>
<context>
    <name>gouji::ImportPanel</name>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>导入进度</source>
        <translation>Import progress</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>停下来；已存的留着，以后可以接着导入</source>
        <translation>Stop; what is kept stays, and the import can go on later</translation>
    </message>
    <message>
        <source>继续导入</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>接着导入其余文件；已存的自动跳过</source>
        <translation>Import the rest; files that are kept already are passed over</translation>
    </message>
    <message>
        <source>重试选中的</source>
        <translation>Retry chosen</translation>
    </message>
    <message>
        <source>再读一次选中的文件</source>
        <translation>Read the chosen files again</translation>
    </message>
    <message>
        <source>全部重试</source>
        <translation>Retry all</translation>
    </message>
    <message>
        <source>再读一次所有没有读成的文件</source>
        <translation>Read all files again that could not be read</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>在文件管理器里找到选中的文件</source>
        <translation>Find the chosen file in the file manager</translation>
    </message>
    <message>
        <source>不再列出</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>收起这次导入和没有读成的文件；文件本身不动</source>
        <translation>Put away this import and the files that could not be read; the files stay as they are</translation>
    </message>
    <message>
        <source>没有读成的文件</source>
        <translation>Files that could not be read</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>没有读成的原因</source>
        <translation>Why it could not be read</translation>
    </message>
    <message>
        <source>（数据文件）</source>
        <translation>(data file)</translation>
    </message>
    <message>
        <source>正在查看文件…</source>
        <translation>Looking through the files…</translation>
    </message>
    <message>
        <source>正在导入 %1 / %2：%3</source>
        <translation>Importing %1 of %2: %3</translation>
    </message>
    <message>
        <source>把文件夹、压缩包或许多文件拖进窗口，就在这里看进度。</source>
        <translation>Drop a folder, a ZIP file or many files into the window and see the progress here.</translation>
    </message>
    <message>
        <source>导入没有完成。</source>
        <translation>The import is not complete.</translation>
    </message>
    <message>
        <source>导入完成。</source>
        <translation>The import is complete.</translation>
    </message>
    <message>
        <source> 新存 %1 份，原已有 %2 份，没有读成 %3 份。</source>
        <translation> New: %1; kept before: %2; not read: %3.</translation>
    </message>
    <message>
        <source>%1 等 %2 项</source>
        <translation>%1 and more, %2 in all</translation>
    </message>
    <message>
        <source>上次导入（%1，%2）已完成，存下的在报告列表里。</source>
        <translation>The last import (%1, %2) is complete; what was kept is in the list of reports.</translation>
    </message>
    <message>
        <source>上次导入（%1，%2）没有完成，可以继续。</source>
        <translation>The last import (%1, %2) was not completed and can go on.</translation>
    </message>
    <message>
        <source> 没有读成 %1 份。</source>
        <translation> %1 could not be read.</translation>
    </message>
</context>
<context>
    <name>gouji::Legend</name>
    <message>
        <source>错误所在</source>
        <translation>Likely place of an error</translation>
    </message>
    <message>
        <source>牵涉错误</source>
        <translation>Takes part in an error</translation>
    </message>
    <message>
        <source>警告</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>推定</source>
        <translation>Inferred</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>缺失</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>同一等式</source>
        <translation>Same equation</translation>
    </message>
    <message>
        <source>图例</source>
        <translation>Legend</translation>
    </message>
</context>
<context>
    <name>gouji::MainWindow</name>
    <message>
        <source>正在读取 %1 / %2：%3</source>
        <translation>Reading %1 of %2: %3</translation>
    </message>
    <message>
        <source>正在读取 %1</source>
        <translation>Reading %1</translation>
    </message>
    <message>
        <source>打开报告</source>
        <translation>Open reports</translation>
    </message>
    <message>
        <source>报告 (*.txt *.md *.tsv *.csv *.html *.htm *.mht *.mhtml *.docx *.doc *.wps *.rtf *.odt *.xlsx *.xls *.et *.ods *.xml *.fodt *.fods *.uof *.uot *.uos *.pdf *.ofd *.png *.jpg *.jpeg *.tif *.tiff);;所有文件 (*)</source>
        <translation>Reports (*.txt *.md *.tsv *.csv *.html *.htm *.mht *.mhtml *.docx *.doc *.wps *.rtf *.odt *.xlsx *.xls *.et *.ods *.xml *.fodt *.fods *.uof *.uot *.uos *.pdf *.ofd *.png *.jpg *.jpeg *.tif *.tiff);;All files (*)</translation>
    </message>
    <message>
        <source>原文中没有找到：%1。其余已经打开。</source>
        <translation>Not found in the source: %1. The rest is open.</translation>
    </message>
    <message>
        <source>没有数据文件，更改只留到窗口关闭。可在设置中另选一个。</source>
        <translation>There is no store file; changes last until the window is closed. Another one can be chosen in the settings.</translation>
    </message>
    <message>
        <source>审核人姓名，记入历史和核查意见表（只问一次）</source>
        <translation>Name of the reviewer, for the history and the review sheet (asked once)</translation>
    </message>
    <message>
        <source>勾稽</source>
        <translation>Gouji</translation>
    </message>
    <message>
        <source>%1 %2 — 勾稽</source>
        <translation>%1 %2 — Gouji</translation>
    </message>
    <message>
        <source>%1%2年核查意见表.pdf</source>
        <translation>%1 %2 review sheet.pdf</translation>
    </message>
    <message>
        <source>导出 PDF</source>
        <translation>Export PDF</translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>已导出 %1</source>
        <translation>Exported %1</translation>
    </message>
    <message>
        <source>打开报告…</source>
        <translation>Open reports…</translation>
    </message>
    <message>
        <source>打开一份或几份报告</source>
        <translation>Open one report or several</translation>
    </message>
    <message>
        <source>关闭报告</source>
        <translation>Close report</translation>
    </message>
    <message>
        <source>收起这份报告；它留在数据文件里</source>
        <translation>Put the report away; it stays in the store</translation>
    </message>
    <message>
        <source>打印核查意见表…</source>
        <translation>Print review sheet…</translation>
    </message>
    <message>
        <source>打印这份报告的核查意见表</source>
        <translation>Print the review sheet of this report</translation>
    </message>
    <message>
        <source>打印预览</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>看核查意见表印出来的样子</source>
        <translation>See what the review sheet looks like on paper</translation>
    </message>
    <message>
        <source>导出 PDF…</source>
        <translation>Export PDF…</translation>
    </message>
    <message>
        <source>把核查意见表存成 PDF 文件</source>
        <translation>Save the review sheet as a PDF file</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>关闭程序；一切已经保存</source>
        <translation>Close the program; everything is saved already</translation>
    </message>
    <message>
        <source>报告列表</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>显示或收起左边的报告列表</source>
        <translation>Show or hide the list of reports</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>关于勾稽</source>
        <translation>About Gouji</translation>
    </message>
    <message>
        <source>版本和许可</source>
        <translation>Version and licences</translation>
    </message>
    <message>
        <source>换到下一个窗格</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation>Recent files</translation>
    </message>
    <message>
        <source>示例</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>工具栏</source>
        <translation>Tool bar</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>停止读取其余文件</source>
        <translation>Stop reading the other files</translation>
    </message>
    <message>
        <source>使用手册</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>翻到讲正在做的事的那一节</source>
        <translation>Opens at the part that speaks of what you are doing</translation>
    </message>
    <message>
        <source>在表格、问题、说明、建议、原文之间切换</source>
        <translation>Go between tables, findings, explanation, suggestions and text</translation>
    </message>
    <message>
        <source>命令面板…</source>
        <translation>Command palette…</translation>
    </message>
    <message>
        <source>键入几个字、拼音或首字母，找到任何命令；@ 找行，# 找报告</source>
        <translation>Finds any command by a few letters; @ finds rows, # reports</translation>
    </message>
    <message>
        <source>转到行…</source>
        <translation>Go to row…</translation>
    </message>
    <message>
        <source>键入行名的几个字、拼音或首字母，到表格的那一行</source>
        <translation>Goes to a row of the tables by a few letters of its name</translation>
    </message>
    <message>
        <source>行</source>
        <translation>rows</translation>
    </message>
    <message>
        <source>报告</source>
        <translation>reports</translation>
    </message>
    <message>
        <source>修改记录</source>
        <translation>History</translation>
    </message>
    <message>
        <source>对这份报告做过的每一步；可以撤销中间的一步</source>
        <translation>Every step done to this report; one in the middle can be taken back</translation>
    </message>
    <message>
        <source>到下一份：%1，%2 处需要人看。Shift+F8 回上一份。</source>
        <translation>On to the next report: %1, %2 places need a person. Shift+F8 goes back.</translation>
    </message>
    <message>
        <source>到上一份：%1，%2 处需要人看。F8 回下一份。</source>
        <translation>Back to the report before: %1, %2 places need a person. F8 goes on.</translation>
    </message>
    <message>
        <source>别的报告没有待看的问题，回到%1。</source>
        <translation>No other report has problems left; back at the %1.</translation>
    </message>
    <message>
        <source>第一处</source>
        <translation>first place</translation>
    </message>
    <message>
        <source>最后一处</source>
        <translation>last place</translation>
    </message>
    <message>
        <source>没有需要人看的地方了。Ctrl+Enter 标为已审。</source>
        <translation>Nothing needs a person any more. Ctrl+Enter marks the report as reviewed.</translation>
    </message>
    <message>
        <source>%1 已标为已审，还有 %2 处没有处理。</source>
        <translation>%1 is marked as reviewed; %2 places were not dealt with.</translation>
    </message>
    <message>
        <source>%1 已标为已审。</source>
        <translation>%1 is marked as reviewed.</translation>
    </message>
    <message>
        <source>没有别的报告还有问题了。</source>
        <translation> No other report has problems left.</translation>
    </message>
    <message>
        <source>对相似报告同样修复</source>
        <translation>Repair similar reports</translation>
    </message>
    <message>
        <source>刚做的修复也用于别的报告：先看会改什么，再一次做完，也一次撤销</source>
        <translation>The repair just made, for other reports too: see what would change, then do it at once and undo it at once</translation>
    </message>
    <message>
        <source>已修复。别的报告若有同样的毛病，可以同样修复：%1</source>
        <translation>Repaired. Other reports with the same fault can be repaired in the same way: %1</translation>
    </message>
    <message>
        <source>上次有一格没有改完：%1，键入了“%2”。回车采用，Esc 放弃。</source>
        <translation>An edit was left unfinished: %1, “%2” was typed. Enter keeps it, Esc drops it.</translation>
    </message>
    <message>
        <source>报告队列</source>
        <translation>Report queue</translation>
    </message>
    <message>
        <source>全部报告：排序、筛选、搜索；再按一次回到报告</source>
        <translation>All reports: sort, filter, search; again leads back to the report</translation>
    </message>
    <message>
        <source>与上年比较</source>
        <translation>Compare with last year</translation>
    </message>
    <message>
        <source>把上年的报告摆在一起：数值、结转衔接、文字的不同</source>
        <translation>Last year&apos;s report beside this one: values, what is carried over, differences of the texts</translation>
    </message>
    <message>
        <source>与识别结果比较</source>
        <translation>Compare with what was read</translation>
    </message>
    <message>
        <source>列出与程序读到的不同的单元格</source>
        <translation>Lists the cells that differ from what the program read</translation>
    </message>
    <message>
        <source>图表</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>画出这个机关历年的、或各机关同年的数字</source>
        <translation>Draws the numbers of this agency over the years, or of several agencies in one year</translation>
    </message>
    <message>
        <source>规则…</source>
        <translation>Rules…</translation>
    </message>
    <message>
        <source>全部规则和它们的来源；选一条在这份报告上试算，看它用了哪些单元格</source>
        <translation>All rules and where they come from; try one on this report and see the cells it uses</translation>
    </message>
    <message>
        <source>正文的数</source>
        <translation>Numbers in the prose</translation>
    </message>
    <message>
        <source>正文中读到的每一个数，与哪一格对应，为什么</source>
        <translation>Every number read in the prose, the cell it was matched with, and why</translation>
    </message>
    <message>
        <source>自己的规则没有采用：%1</source>
        <translation>Your own rules were not taken: %1</translation>
    </message>
    <message>
        <source>自带规则 %1 条；没有采用自己的规则：%2</source>
        <translation>%1 shipped rules; your own were not taken: %2</translation>
    </message>
    <message>
        <source>自带规则 %1 条</source>
        <translation>%1 shipped rules</translation>
    </message>
    <message>
        <source>规则 %1 条，连同自己的规则</source>
        <translation>%1 rules, with your own</translation>
    </message>
    <message>
        <source>导入文件夹…</source>
        <translation>Import a folder…</translation>
    </message>
    <message>
        <source>读入一个文件夹里的所有报告，包括下级文件夹和压缩包</source>
        <translation>Read all reports of a folder, those in its folders and ZIP files too</translation>
    </message>
    <message>
        <source>从剪贴板打开</source>
        <translation>Open from the clipboard</translation>
    </message>
    <message>
        <source>读入剪贴板里的文件、网页、表格或文字</source>
        <translation>Read files, a web page, a table or text from the clipboard</translation>
    </message>
    <message>
        <source>导入进度</source>
        <translation>Import progress</translation>
    </message>
    <message>
        <source>正在导入的文件，和没有读成的文件</source>
        <translation>The files being imported, and those that could not be read</translation>
    </message>
    <message>
        <source>导入文件夹</source>
        <translation>Import a folder</translation>
    </message>
    <message>
        <source>剪贴板.html</source>
        <translation>clipboard.html</translation>
    </message>
    <message>
        <source>剪贴板.txt</source>
        <translation>clipboard.txt</translation>
    </message>
    <message>
        <source>剪贴板里没有可以打开的文字、网页或文件。</source>
        <translation>There is no text, web page or file on the clipboard.</translation>
    </message>
    <message>
        <source>撤销对几份报告的修复</source>
        <translation>Undo repair of several reports</translation>
    </message>
    <message>
        <source>把上次对相似报告一起做的修复一起撤销</source>
        <translation>Take back in one step what was last done to similar reports</translation>
    </message>
    <message>
        <source>撤销对 %1 份报告的修复</source>
        <translation>Undo repair of %1 reports</translation>
    </message>
    <message>
        <source>审核人、语言、配色、文字大小、数据文件、规则文件、单位名单</source>
        <translation>Reviewer, language, theme, text size, store file, rule file, list of bodies</translation>
    </message>
    <message>
        <source>%1 个单位</source>
        <translation>%1 bodies</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>没有需要人看的报告。</source>
        <translation>No report needs a person.</translation>
    </message>
    <message>
        <source>正在连接 %1…，连上之前窗口可以照常使用。</source>
        <translation>Connecting to %1…; the window can be used meanwhile.</translation>
    </message>
    <message>
        <source>%1 原来的数据文件继续使用。</source>
        <translation>%1 The store used until now stays in use.</translation>
    </message>
    <message>
        <source>正在连接 %1…</source>
        <translation>Connecting to %1…</translation>
    </message>
    <message>
        <source>没有数据文件，更改只留到窗口关闭</source>
        <translation>No store file; changes last until the window is closed</translation>
    </message>
    <message>
        <source>正在使用：%1</source>
        <translation>In use: %1</translation>
    </message>
</context>
<context>
    <name>gouji::ManualWindow</name>
    <message>
        <source>勾稽使用手册</source>
        <translation>Gouji manual</translation>
    </message>
    <message>
        <source>使用手册</source>
        <translation>Manual</translation>
    </message>
</context>
<context>
    <name>gouji::MessageBar</name>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>关闭此行</source>
        <translation>Close this line</translation>
    </message>
    <message>
        <source>有 %1 个文件没有打开：%2</source>
        <translation>%1 files were not opened: %2</translation>
    </message>
</context>
<context>
    <name>gouji::NumbersModel</name>
    <message>
        <source>数</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>对应的单元格</source>
        <translation>Matched with</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>相符</source>
        <translation>agrees</translation>
    </message>
    <message>
        <source>另一口径相符</source>
        <translation>agrees, read otherwise</translation>
    </message>
    <message>
        <source>不符</source>
        <translation>differs</translation>
    </message>
    <message>
        <source>不能判断</source>
        <translation>cannot be judged</translation>
    </message>
    <message>
        <source>未匹配</source>
        <translation>unmatched</translation>
    </message>
</context>
<context>
    <name>gouji::NumbersPanel</name>
    <message>
        <source>正文的数</source>
        <translation>Numbers in the prose</translation>
    </message>
    <message>
        <source>只看没有相符的</source>
        <translation>Only those that do not agree</translation>
    </message>
    <message>
        <source>正文中读到的数</source>
        <translation>Numbers read in the prose</translation>
    </message>
    <message>
        <source>读到 %1 个：相符 %2，不符 %3，未匹配 %4</source>
        <translation>%1 read: %2 agree, %3 differ, %4 unmatched</translation>
    </message>
    <message>
        <source>正文中没有读到数。</source>
        <translation>No number was read in the prose.</translation>
    </message>
    <message>
        <source>打开一份报告，这里就列出正文中读到的每一个数，以及它与哪一格对应。</source>
        <translation>Open a report to see every number read in its prose, and the cell it was matched with.</translation>
    </message>
</context>
<context>
    <name>gouji::PageBar</name>
    <message>
        <source>缩略图</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>各页的缩略图</source>
        <translation>Small pictures of all pages</translation>
    </message>
    <message>
        <source>缩小（-）</source>
        <translation>Smaller (-)</translation>
    </message>
    <message>
        <source>放大（+）</source>
        <translation>Larger (+)</translation>
    </message>
    <message>
        <source>页宽</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>与窗口同宽（0）</source>
        <translation>As wide as the view (0)</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>看到整页（9）</source>
        <translation>Show a whole page (9)</translation>
    </message>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>未用 %1 数</source>
        <translation>%1 unused</translation>
    </message>
    <message>
        <source>无遗漏</source>
        <translation>None left over</translation>
    </message>
    <message>
        <source>表格里有单元格没有用到的数字，在页面上用虚线框标出</source>
        <translation>Numbers in the tables that no cell uses have dotted frames on the page</translation>
    </message>
    <message>
        <source>表格里没有遗漏的数字</source>
        <translation>No number of the tables was left over</translation>
    </message>
</context>
<context>
    <name>gouji::PageStrip</name>
    <message>
        <source>各页缩略图</source>
        <translation>Small pictures of the pages</translation>
    </message>
</context>
<context>
    <name>gouji::PageView</name>
    <message>
        <source>原页</source>
        <translation>Page</translation>
    </message>
</context>
<context>
    <name>gouji::QueueModel</name>
    <message>
        <source>（单位未知）%1</source>
        <translation>(agency unknown) %1</translation>
    </message>
    <message>
        <source>%1
文件：%2
收到：%3</source>
        <translation>%1
File: %2
Received: %3</translation>
    </message>
    <message>
        <source>%1，%2 年，%3，错误 %4，警告 %5，待确认 %6</source>
        <translation>%1, %2, %3, errors %4, warnings %5, to confirm %6</translation>
    </message>
    <message>
        <source>存疑、缺失或由程序推断，还没有人确认的格</source>
        <translation>Cells that are in doubt, missing or inferred and that nobody has confirmed yet</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Errors</translation>
    </message>
    <message>
        <source>警告</source>
        <translation>Warnings</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>最近处理</source>
        <translation>Last worked on</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
</context>
<context>
    <name>gouji::QueuePage</name>
    <message>
        <source>报告队列</source>
        <translation>Report queue</translation>
    </message>
    <message>
        <source>搜索单位、正文里的字句或数</source>
        <translation>Search for an agency, words of the text or a number</translation>
    </message>
    <message>
        <source>搜索报告</source>
        <translation>Search reports</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>列出全部报告（Esc）</source>
        <translation>List all reports (Esc)</translation>
    </message>
    <message>
        <source>报告</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>打开报告…</source>
        <translation>Open reports…</translation>
    </message>
    <message>
        <source>导入文件夹…</source>
        <translation>Import a folder…</translation>
    </message>
    <message>
        <source>共 %1 份</source>
        <translation>%1 reports</translation>
    </message>
    <message>
        <source>%1 / %2 份</source>
        <translation>%1 of %2 reports</translation>
    </message>
    <message>
        <source>队列里还没有报告</source>
        <translation>The queue is empty</translation>
    </message>
    <message>
        <source>正在查找…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>没有符合条件的报告</source>
        <translation>No report matches</translation>
    </message>
    <message>
        <source>把报告、文件夹或压缩包拖到这里，或从下面打开。</source>
        <translation>Drop reports, a folder or a ZIP file here, or open them below.</translation>
    </message>
    <message>
        <source>去掉几个条件，或换一个词。</source>
        <translation>Take back a filter, or try another word.</translation>
    </message>
</context>
<context>
    <name>gouji::QueueViews</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>未审</source>
        <translation>Not begun</translation>
    </message>
    <message>
        <source>审核中</source>
        <translation>In review</translation>
    </message>
    <message>
        <source>有错误</source>
        <translation>With errors</translation>
    </message>
    <message>
        <source>待单位整改</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>保存视图…</source>
        <translation>Save view…</translation>
    </message>
    <message>
        <source>把现在的筛选存成一个视图</source>
        <translation>Keep the present filters as a view</translation>
    </message>
    <message>
        <source>视图名称，回车保存</source>
        <translation>Name of the view, then Enter</translation>
    </message>
    <message>
        <source>视图名称</source>
        <translation>Name of the view</translation>
    </message>
    <message>
        <source>按 Delete 删除这个视图</source>
        <translation>Delete removes this view</translation>
    </message>
    <message>
        <source>删除视图</source>
        <translation>Delete view</translation>
    </message>
</context>
<context>
    <name>gouji::ReportHeader</name>
    <message>
        <source>单位名称</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>报告年度</source>
        <translation>Year reported on</translation>
    </message>
    <message>
        <source>适用格式</source>
        <translation>Edition of the form</translation>
    </message>
    <message>
        <source>审核状态</source>
        <translation>State of the review</translation>
    </message>
    <message>
        <source>%1（推测）</source>
        <translation>%1 (guessed)</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>? 未找到</source>
        <translation>? Not found</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>上年 %1</source>
        <translation>last year: %1</translation>
    </message>
    <message>
        <source>与上年的报告比较：%1</source>
        <translation>Compared with last year&apos;s report: %1</translation>
    </message>
    <message>
        <source>下级 %1 份</source>
        <translation>%1 below it</translation>
    </message>
    <message>
        <source>与下级的报告比较：%1</source>
        <translation>Compared with the report of an agency below it: %1</translation>
    </message>
</context>
<context>
    <name>gouji::ReportList</name>
    <message>
        <source>报告列表</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>筛选报告</source>
        <translation>Filter reports</translation>
    </message>
    <message>
        <source>已筛选：%1 / %2 份</source>
        <translation>Filtered: %1 of %2</translation>
    </message>
    <message>
        <source>报告队列</source>
        <translation>Report queue</translation>
    </message>
</context>
<context>
    <name>gouji::ReviewActions</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>收回上一个动作</source>
        <translation>Take back the last act</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>重新做收回的动作</source>
        <translation>Do again what was taken back</translation>
    </message>
    <message>
        <source>编辑单元格</source>
        <translation>Edit cell</translation>
    </message>
    <message>
        <source>就地修改；直接键入数字也可以</source>
        <translation>Edit in place; typing a digit does it too</translation>
    </message>
    <message>
        <source>清空单元格</source>
        <translation>Clear cell</translation>
    </message>
    <message>
        <source>改为空白</source>
        <translation>Make it blank</translation>
    </message>
    <message>
        <source>剪切一段</source>
        <translation>Cut run</translation>
    </message>
    <message>
        <source>选同一行的几个数，粘贴时移到新的位置</source>
        <translation>Choose numbers of one row; pasting moves them to their new place</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复制所选的数</source>
        <translation>Copy the chosen numbers</translation>
    </message>
    <message>
        <source>粘贴到此处</source>
        <translation>Paste here</translation>
    </message>
    <message>
        <source>左移</source>
        <translation>Shift left</translation>
    </message>
    <message>
        <source>本行从这里起左移一格</source>
        <translation>Shift the row left from here</translation>
    </message>
    <message>
        <source>右移</source>
        <translation>Shift right</translation>
    </message>
    <message>
        <source>本行从这里起右移一格</source>
        <translation>Shift the row right from here</translation>
    </message>
    <message>
        <source>插入一个数</source>
        <translation>Insert value</translation>
    </message>
    <message>
        <source>在这里插入一个数，本行其余右移</source>
        <translation>Insert a value here and push the rest of the row right</translation>
    </message>
    <message>
        <source>删去此数并左移</source>
        <translation>Delete value and shift left</translation>
    </message>
    <message>
        <source>删去这个数，本行其余左移</source>
        <translation>Delete this value and pull the rest of the row left</translation>
    </message>
    <message>
        <source>用于此单元格</source>
        <translation>Use for this cell</translation>
    </message>
    <message>
        <source>把原文中选定的数字用于当前单元格；也可以拖过去</source>
        <translation>Take the number selected in the source for the current cell; dragging it there does it too</translation>
    </message>
    <message>
        <source>采用首个建议</source>
        <translation>Take first suggestion</translation>
    </message>
    <message>
        <source>确认单元格</source>
        <translation>Confirm cell</translation>
    </message>
    <message>
        <source>确认整行</source>
        <translation>Confirm row</translation>
    </message>
    <message>
        <source>下一处问题</source>
        <translation>Next problem</translation>
    </message>
    <message>
        <source>上一处问题</source>
        <translation>Previous problem</translation>
    </message>
    <message>
        <source>在原文中查找</source>
        <translation>Find in source</translation>
    </message>
    <message>
        <source>在原文中查找文字或数字</source>
        <translation>Find words or numbers in the source</translation>
    </message>
    <message>
        <source>查找下一处</source>
        <translation>Find next</translation>
    </message>
    <message>
        <source>查找上一处</source>
        <translation>Find previous</translation>
    </message>
    <message>
        <source>图例</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>单元格各种标记的意思</source>
        <translation>What the marks of the cells mean</translation>
    </message>
    <message>
        <source>采用下方指着的建议，没有指着的就是第一个</source>
        <translation>Take the suggestion pointed at below, or else the first</translation>
    </message>
    <message>
        <source>看下一个建议</source>
        <translation>Preview next suggestion</translation>
    </message>
    <message>
        <source>在表格里预览下一个建议；空格采用</source>
        <translation>Shows the next suggestion in the tables; Space takes it</translation>
    </message>
    <message>
        <source>看上一个建议</source>
        <translation>Preview previous suggestion</translation>
    </message>
    <message>
        <source>在表格里预览上一个建议；空格采用</source>
        <translation>Shows the previous suggestion in the tables; Space takes it</translation>
    </message>
    <message>
        <source>建议 %1</source>
        <translation>Suggestion %1</translation>
    </message>
    <message>
        <source>复制单元格说明</source>
        <translation>Copy explanation</translation>
    </message>
    <message>
        <source>复制数值的来历、勾稽和问题，作为文字</source>
        <translation>Copies where the value comes from, its equations and findings, as text</translation>
    </message>
    <message>
        <source>采用下方的第 %1 个建议</source>
        <translation>Takes suggestion %1 below</translation>
    </message>
    <message>
        <source>到原文中下一处找到的地方</source>
        <translation>Goes to the next match in the source</translation>
    </message>
    <message>
        <source>到原文中上一处找到的地方</source>
        <translation>Goes to the previous match in the source</translation>
    </message>
    <message>
        <source>勾稽连线</source>
        <translation>Equation lines</translation>
    </message>
    <message>
        <source>把选定单元格与它所在等式的各格用线连起来；成立、不成立、无法判断各有线型</source>
        <translation>Ties the chosen cell to those of its equations; each verdict has a line pattern of its own</translation>
    </message>
    <message>
        <source>一同滚动</source>
        <translation>Scroll together</translation>
    </message>
    <message>
        <source>原文与表格按行一同滚动</source>
        <translation>Scrolls source and tables together, row by row</translation>
    </message>
    <message>
        <source>从这里起贴入剪切的一段，或从表格软件、原文复制的一行或几行</source>
        <translation>Put here what was cut, or a row or several copied from a spreadsheet or the source</translation>
    </message>
    <message>
        <source>拆成两个数…</source>
        <translation>Split into two numbers…</translation>
    </message>
    <message>
        <source>连在一起的两个数，如 1203 拆为 120 和 3</source>
        <translation>Two numbers run together: 1203 becomes 120 and 3</translation>
    </message>
    <message>
        <source>与右边的数合并</source>
        <translation>Join with right neighbour</translation>
    </message>
    <message>
        <source>断开的一个数，如 12 和 03 合为 1203</source>
        <translation>One number torn apart: 12 and 03 become 1203</translation>
    </message>
    <message>
        <source>接回本行的后几格</source>
        <translation>Rejoin rest of row</translation>
    </message>
    <message>
        <source>被换页截断的一行：后几格在下一行，或在原文里没有用到</source>
        <translation>A row cut by the end of a page: the rest stands in the next row, or unused in the source</translation>
    </message>
    <message>
        <source>与另一行对调…</source>
        <translation>Swap with another row…</translation>
    </message>
    <message>
        <source>两行的数互换</source>
        <translation>Exchange the values of two rows</translation>
    </message>
    <message>
        <source>改归另一行…</source>
        <translation>Give to another row…</translation>
    </message>
    <message>
        <source>这一行的数其实是另一行的；那一行须空着</source>
        <translation>The values of this row are those of another row, which must be empty</translation>
    </message>
    <message>
        <source>删去本行的数</source>
        <translation>Drop values of row</translation>
    </message>
    <message>
        <source>这些数不属于这张表；原文里标作没有用到</source>
        <translation>The values do not belong to this table; the source shows them as unused</translation>
    </message>
    <message>
        <source>删去本行，下面上移</source>
        <translation>Drop row, pull up those below</translation>
    </message>
    <message>
        <source>多读了一行：下面各行上移，到空着的一行为止</source>
        <translation>A row too many was read: those below move up, as far as an empty row</translation>
    </message>
    <message>
        <source>从本行起下移一行</source>
        <translation>Push rows down from here</translation>
    </message>
    <message>
        <source>少读了一行：各行下移，到空着的一行为止</source>
        <translation>A row too few was read: the rows move down, as far as an empty row</translation>
    </message>
    <message>
        <source>确认读数无误</source>
        <translation>Confirm that the value is read rightly</translation>
    </message>
    <message>
        <source>确认整行读数无误</source>
        <translation>Confirm that the whole row is read rightly</translation>
    </message>
    <message>
        <source>已审，看下一份</source>
        <translation>Reviewed, next report</translation>
    </message>
    <message>
        <source>把这份报告标为已审，到下一份还有问题的报告</source>
        <translation>Mark this report as reviewed and go to the next one with problems</translation>
    </message>
    <message>
        <source>到下一个需要人看的地方；看完一份到下一份</source>
        <translation>Go to the next place that needs a person; at the end on to the next report</translation>
    </message>
    <message>
        <source>到上一个需要人看的地方；再往前是上一份</source>
        <translation>Go to the place before that needs a person; at the start back to the report before</translation>
    </message>
    <message>
        <source>问题属实</source>
        <translation>Finding is valid</translation>
    </message>
    <message>
        <source>报告确有选定的这个问题</source>
        <translation>The report does have the chosen problem</translation>
    </message>
    <message>
        <source>退回单位</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>请单位更正或说明选定的这个问题</source>
        <translation>The agency is to correct or explain the chosen finding</translation>
    </message>
    <message>
        <source>不是问题…</source>
        <translation>Not a problem…</translation>
    </message>
    <message>
        <source>核对后认为选定的问题不是问题；写明理由，回车</source>
        <translation>Looked at and found to be no problem; write why, then Enter</translation>
    </message>
</context>
<context>
    <name>gouji::ReviewPage</name>
    <message>
        <source>跳到表格</source>
        <translation>Go to table</translation>
    </message>
    <message>
        <source>没有单元格用到这个数字；选定它再按 Ctrl+T，或拖到单元格上，就用于那里。</source>
        <translation>No cell uses this number. Select it and press Ctrl+T, or drag it onto a cell, to use it there.</translation>
    </message>
    <message>
        <source>撤销：%1</source>
        <translation>Undo: %1</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做：%1</source>
        <translation>Redo: %1</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>第 %1 处，共 %2 处需要人看</source>
        <translation>%1 of %2 places that need a person</translation>
    </message>
    <message>
        <source>先在原文中选定一个数字，再选一个单元格。</source>
        <translation>First select a number in the source, then choose a cell.</translation>
    </message>
    <message>
        <source>选中 %1 格，合计 %2</source>
        <translation>%1 cells chosen, sum %2</translation>
    </message>
    <message>
        <source>这里要由人选：Alt+↓ 逐个预览，或用 Alt+数字采用其中一个。</source>
        <translation>A person has to choose here: Alt+↓ previews one after the other, Alt+number takes one.</translation>
    </message>
    <message>
        <source>先选一个单元格。</source>
        <translation>Choose a cell first.</translation>
    </message>
    <message>
        <source>说明已复制。</source>
        <translation>Explanation copied.</translation>
    </message>
    <message>
        <source>预览 %1：%2。%3</source>
        <translation>Preview %1: %2. %3</translation>
    </message>
    <message>
        <source>原页</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>“%1”行：%2</source>
        <translation>Row “%1”: %2</translation>
    </message>
    <message>
        <source>选中 %1 格（%2 格没有数），合计 %3</source>
        <translation>%1 cells chosen (%2 without a number), sum %3</translation>
    </message>
    <message>
        <source>先用 F8 走到一个问题，或在问题列表里选一个。</source>
        <translation>Go to a finding with F8 first, or choose one in the list.</translation>
    </message>
    <message>
        <source>看表</source>
        <translation>Reading the tables</translation>
    </message>
    <message>
        <source>这一格没有建议：键入数字就改，按 C 确认读数，F8 到下一处。</source>
        <translation>No suggestion for this cell: type a number to change it, C confirms the reading, F8 goes on.</translation>
    </message>
</context>
<context>
    <name>gouji::RulesModel</name>
    <message>
        <source>通过</source>
        <translation>passed</translation>
    </message>
    <message>
        <source>有问题</source>
        <translation>has findings</translation>
    </message>
    <message>
        <source>不判断</source>
        <translation>not judged</translation>
    </message>
    <message>
        <source>自带</source>
        <translation>shipped</translation>
    </message>
    <message>
        <source>自己的：%1</source>
        <translation>your own: %1</translation>
    </message>
    <message>
        <source>自带，由 %1 改动</source>
        <translation>shipped, changed by %1</translation>
    </message>
    <message>
        <source>本报告</source>
        <translation>This report</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
</context>
<context>
    <name>gouji::RulesPage</name>
    <message>
        <source>规则</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>编号、名称或依据中的字</source>
        <translation>Letters of an id, a name or a basis</translation>
    </message>
    <message>
        <source>查找规则</source>
        <translation>Find a rule</translation>
    </message>
    <message>
        <source>重新载入</source>
        <translation>Load again</translation>
    </message>
    <message>
        <source>再读一次自己的规则文件，并重新核查</source>
        <translation>Read your rule file once more, and check again</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>规则列表</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>这条规则在本报告上的结果</source>
        <translation>What the rule says of this report</translation>
    </message>
    <message>
        <source>双击单元格，到表格里去看</source>
        <translation>Double-click a cell to see it in the tables</translation>
    </message>
    <message>
        <source>自带规则 %1 条。设置里可以指定自己的规则文件。</source>
        <translation>%1 shipped rules. A rule file of your own can be named in the settings.</translation>
    </message>
    <message>
        <source>自己的规则没有采用，只用自带的：%1</source>
        <translation>Your own rules were not taken, only the shipped ones: %1</translation>
    </message>
    <message>
        <source>规则 %1 条，自己的规则文件：%2</source>
        <translation>%1 rules, with your rule file: %2</translation>
    </message>
    <message>
        <source>本报告：%1。%2</source>
        <translation>This report: %1. %2</translation>
    </message>
    <message>
        <source>打开一份报告，这里就逐式列出所用的单元格、数值和结果。</source>
        <translation>Open a report to see, equation by equation, the cells used, their values and what comes of them.</translation>
    </message>
    <message>
        <source>级别 %1；来源 %2；版本 %3</source>
        <translation>Severity %1; origin %2; version %3</translation>
    </message>
    <message>
        <source>依据：%1</source>
        <translation>Basis: %1</translation>
    </message>
    <message>
        <source>只用于 %1 年格式</source>
        <translation>Only for the form of %1</translation>
    </message>
</context>
<context>
    <name>gouji::SearchBar</name>
    <message>
        <source>在原文中查找</source>
        <translation>Find in source</translation>
    </message>
    <message>
        <source>上一处（Shift+F3）</source>
        <translation>Previous (Shift+F3)</translation>
    </message>
    <message>
        <source>下一处（F3）</source>
        <translation>Next (F3)</translation>
    </message>
    <message>
        <source>关闭查找（Esc）</source>
        <translation>Close search (Esc)</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>第 %1 处，共 %2 处</source>
        <translation>%1 of %2</translation>
    </message>
</context>
<context>
    <name>gouji::SectionHtml</name>
    <message>
        <source>仅数字不同</source>
        <translation>only numbers</translation>
    </message>
    <message>
        <source>有改动</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>new</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>removed</translation>
    </message>
    <message>
        <source>对方没有这一节。</source>
        <translation>The other has no such section.</translation>
    </message>
    <message>
        <source>本报告没有这一节。</source>
        <translation>This report has no such section.</translation>
    </message>
    <message>
        <source>没有表格以外的文字。</source>
        <translation>No text beside the tables.</translation>
    </message>
    <message>
        <source>与对方相同的文字占 %1%。</source>
        <translation>%1% of the text is the same as the other&apos;s.</translation>
    </message>
    <message>
        <source>本报告</source>
        <translation>This report</translation>
    </message>
</context>
<context>
    <name>gouji::SettingsPage</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>记入每一个动作，并印在核查意见表上。</source>
        <translation>Goes with every act, and onto the printed sheet.</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>配色</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>文字大小</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>数据文件</source>
        <translation>Store file</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>规则文件</source>
        <translation>Rule file</translation>
    </message>
    <message>
        <source>自己的规则：本地的期限、篇幅、级别和式子，写法见手册。回车后换用或重新载入；留空只用自带的规则。</source>
        <translation>Your own rules: local deadlines, lengths, severities and formulas; the manual tells how to write them. Enter uses it or loads it again; leave it empty for the shipped rules alone.</translation>
    </message>
    <message>
        <source>启动时打开上次的报告</source>
        <translation>Open the last report at the start</translation>
    </message>
    <message>
        <source>一切已经生效（Esc）</source>
        <translation>Everything counts already (Esc)</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>界面</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>数据和规则</source>
        <translation>Data and rules</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>换用另一个数据文件</source>
        <translation>Change over to another store file</translation>
    </message>
    <message>
        <source>数据文件 (*.sqlite);;所有文件 (*)</source>
        <translation>Store files (*.sqlite);;All files (*)</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>在文件管理器里看正在使用的数据文件，例如为了备份</source>
        <translation>Find the store file in use in the file manager, for a backup for instance</translation>
    </message>
    <message>
        <source>换用自己的规则文件</source>
        <translation>Use a rule file of your own</translation>
    </message>
    <message>
        <source>规则文件 (*.json);;所有文件 (*)</source>
        <translation>Rule files (*.json);;All files (*)</translation>
    </message>
    <message>
        <source>单位名单</source>
        <translation>List of bodies</translation>
    </message>
    <message>
        <source>哪些单位要报告，各自由哪个机关汇总：.csv 文件，每行“机关,上级机关”。存进数据文件，新的名单代替旧的。</source>
        <translation>Which bodies have to report, and who sums them up: a .csv file, “body,government” a line. Kept in the store; a new list takes the place of the old one.</translation>
    </message>
    <message>
        <source>存入一份单位名单</source>
        <translation>Take in a list of bodies</translation>
    </message>
    <message>
        <source>名单 (*.csv *.txt);;所有文件 (*)</source>
        <translation>Lists (*.csv *.txt);;All files (*)</translation>
    </message>
    <message>
        <source>正在使用：%1</source>
        <translation>In use: %1</translation>
    </message>
    <message>
        <source>保存报告、原件和每一个动作的文件，或 PostgreSQL 数据库的地址（postgresql://用户@主机/数据库）。回车后换用；文件不存在时新建。留空用默认位置。</source>
        <translation>The file that keeps reports, their originals and every act, or the address of a PostgreSQL database (postgresql://user@host/name). Enter changes to it; a file that does not exist is made. Empty: the usual place.</translation>
    </message>
</context>
<context>
    <name>gouji::SimilarPanel</name>
    <message>
        <source>撤销这一批(&amp;Z)</source>
        <translation>&amp;Undo these</translation>
    </message>
    <message>
        <source>可以同样修复的报告</source>
        <translation>Reports that can be repaired in the same way</translation>
    </message>
    <message>
        <source>报告</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>这一行现在</source>
        <translation>The row now</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>would be</translation>
    </message>
    <message>
        <source>效果</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>把刚才对这些报告做的一起撤销</source>
        <translation>Take back in one step what was just done to these reports</translation>
    </message>
    <message>
        <source>先修复一行，再看别的报告是否有同样的毛病。</source>
        <translation>Repair a row first, then see which other reports have the same fault.</translation>
    </message>
    <message>
        <source>对别的报告也这样做——%1</source>
        <translation>Do the same to other reports — %1</translation>
    </message>
    <message>
        <source>修复 %1 项，新增 %2 项</source>
        <translation>fixes %1, breaks %2</translation>
    </message>
    <message>
        <source>%1，现在 %2，改为 %3，%4</source>
        <translation>%1, now %2, would be %3, %4</translation>
    </message>
    <message>
        <source>对选中的 %1 份这样做(&amp;A)</source>
        <translation>&amp;Apply to %1 ticked</translation>
    </message>
    <message>
        <source>正在看 %1 / %2，找到 %3 份</source>
        <translation>Looking at %1 of %2, %3 found</translation>
    </message>
    <message>
        <source>看过 %1 份，没有同样的毛病。</source>
        <translation>Looked at %1; none has the same fault.</translation>
    </message>
    <message>
        <source>看过 %1 份，找到 %2 份。空格勾选，回车执行。</source>
        <translation>Looked at %1, found %2. Space ticks, Enter does it.</translation>
    </message>
    <message>
        <source>没有格式和文件种类都相同、还有问题的报告。</source>
        <translation>No report of the same form and kind of file has problems.</translation>
    </message>
    <message>
        <source>已对 %1 份报告这样做。</source>
        <translation>Done to %1 reports.</translation>
    </message>
    <message>
        <source>一份接一份</source>
        <translation>From report to report</translation>
    </message>
</context>
<context>
    <name>gouji::SourceView</name>
    <message>
        <source>原文</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>用于此单元格</source>
        <translation>Use for this cell</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>看表</source>
        <translation>Reading the tables</translation>
    </message>
</context>
<context>
    <name>gouji::StartPage</name>
    <message>
        <source>政府信息公开工作年度报告：还原三张表，核对勾稽，逐处更正，打印核查意见表。一切都在本机完成。</source>
        <translation>Annual reports on government information disclosure: recover the three tables, check the sums, mend what is wrong, print the review sheet. Nothing leaves this computer.</translation>
    </message>
    <message>
        <source>打开报告…</source>
        <translation>Open reports…</translation>
    </message>
    <message>
        <source>先看示例</source>
        <translation>Try a sample</translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation>Recent files</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>把报告、文件夹或压缩包拖到这里</source>
        <translation>Drop reports, a folder or a ZIP file here</translation>
    </message>
    <message>
        <source>导入文件夹…</source>
        <translation>Import a folder…</translation>
    </message>
    <message>
        <source>也可以用 Ctrl+V 粘贴网页、表格或文字。</source>
        <translation>A web page, a table or text can be pasted with Ctrl+V.</translation>
    </message>
    <message>
        <source>打开队列（%1 份报告）</source>
        <translation>Open the queue (%1 reports)</translation>
    </message>
</context>
<context>
    <name>gouji::Suggestions</name>
    <message>
        <source>整行 %1</source>
        <translation>Row %1</translation>
    </message>
    <message>
        <source>采用 %1</source>
        <translation>Take %1</translation>
    </message>
    <message>
        <source>留空</source>
        <translation>Leave blank</translation>
    </message>
    <message>
        <source>%1 更正为 %2</source>
        <translation>Correct %1 to %2</translation>
    </message>
    <message>
        <source>修复 %1 项，新增 %2 项</source>
        <translation>fixes %1, breaks %2</translation>
    </message>
    <message>
        <source>此格更正为 %1</source>
        <translation>Correct this cell to %1</translation>
    </message>
    <message>
        <source>%1 等 %2 式</source>
        <translation>%1 and others, %2 in all</translation>
    </message>
    <message>
        <source>将成立：%1</source>
        <translation>will hold: %1</translation>
    </message>
    <message>
        <source>将不成立：%1</source>
        <translation>will fail: %1</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>数值不变，按此确认</source>
        <translation>values stay, confirmed as they are</translation>
    </message>
    <message>
        <source>%1 等 %2 格</source>
        <translation>%1 and others, %2 cells in all</translation>
    </message>
    <message>
        <source>确认整行 %1</source>
        <translation>Confirm row %1</translation>
    </message>
    <message>
        <source>这一行的等式都成立</source>
        <translation>All equations of this row hold</translation>
    </message>
    <message>
        <source>有数字将不再使用，请对照原文</source>
        <translation>A number would not be used any more; compare with the source</translation>
    </message>
    <message>
        <source>不止一种修法同样好，请对照原文选定</source>
        <translation>Several repairs are equally good; compare with the source and choose</translation>
    </message>
</context>
<context>
    <name>gouji::TrialModel</name>
    <message>
        <source>%1（读数有疑）</source>
        <translation>%1 (reading in doubt)</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>要求和所用的单元格</source>
        <translation>Demands and the cells they use</translation>
    </message>
    <message>
        <source>结果和数值</source>
        <translation>Results and values</translation>
    </message>
</context>
<context>
    <name>gouji::VerbActions</name>
    <message>
        <source>这一格的数拆不开：要有两位以上的数字，右边还要有空格。</source>
        <translation>This cannot be split: it takes two digits or more, and an empty cell to the right.</translation>
    </message>
    <message>
        <source>这张表里没有栏目相同的另一行。</source>
        <translation>This table has no other row with the same columns.</translation>
    </message>
    <message>
        <source>没有空着的行可以改归：可以与另一行对调。</source>
        <translation>No row is empty to take them: two rows can be swapped instead.</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1：没有什么会变。</source>
        <translation>%1: nothing would change.</translation>
    </message>
    <message>
        <source>%1：%2。%3</source>
        <translation>%1: %2. %3</translation>
    </message>
</context>
<context>
    <name>gouji::WindowMenus</name>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>核查(&amp;C)</source>
        <translation>&amp;Check</translation>
    </message>
    <message>
        <source>视图(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
</context>
</TS>
