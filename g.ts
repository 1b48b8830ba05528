import {writeFileSync} from 'node:fs';import {measureSummaryGrowth} from './bench/summary-growth.ts';
writeFileSync('/tmp/scale/growth.json',JSON.stringify({summaries:measureSummaryGrowth(console.log)},null,2));
