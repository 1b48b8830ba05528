import { testAmountsAsListed } from '../../../test/as-listed.ts';
import { spendingAsListed } from './rule.ts';

testAmountsAsListed(spendingAsListed, 'actualTotal');
