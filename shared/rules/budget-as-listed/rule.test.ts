import { testAmountsAsListed } from '../../../test/as-listed.ts';
import { budgetAsListed } from './rule.ts';

testAmountsAsListed(budgetAsListed, 'budgetTotal');
