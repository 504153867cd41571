import { test } from '@playwright/test'
import { expectAsPromised } from '../unit/silent/built-decks.ts'

test('thirty random decks, built: every promised slide is there, none blank, each reached by the right arrow', ({ page }) => expectAsPromised(page, 30))
