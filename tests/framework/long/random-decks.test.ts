import process from 'node:process'
import { test } from '@playwright/test'
import { expectAsPromised } from '../unit/silent/built-decks.ts'

const DECKS = Number(process.env.DECKS) || 500

test(`${DECKS} random decks, built: every promised slide is there, none blank, each reached by the right arrow`, ({ page }) => expectAsPromised(page, DECKS))
