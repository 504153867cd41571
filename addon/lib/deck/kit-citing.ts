import type { Citing } from '../../config.ts'
import type { FullKit } from '../../kit.ts'
import { partOf } from '../../composables/factList.ts'
import { words } from './citations.ts'

/** The components of the kit that print citations, with what each cites: a slide that names only `technique` cites the sources of its stack. */
export function kitCiting({ techniques, comparison, layers, figures, timeline, glossary, questions }: FullKit): Record<string, Citing> {
  const ofTest: Citing = ({ test }) => figures.filter(entry => test !== undefined && entry.test === test).map(entry => entry.source)
  return {
    Num: ({ figure }) => figures.filter(entry => entry.id === figure).map(entry => entry.source),
    BarChart: ofTest,
    SlideStartupRace: ofTest,
    SlideLayerDiagram: ({ technique, techniques }) => [...words(technique), ...words(techniques)]
      .flatMap(id => layers.find(stack => stack.technique === id) ?? [])
      .flatMap(stack => [...stack.sources, ...stack.crossing.sources]),
    SlideComparisonMatrix: ({ era }) => comparison
      .filter(cell => !era || techniques.some(entry => entry.id === cell.technique && entry.era === era))
      .flatMap(cell => cell.sources),
    CriterionDetail: ({ criterion }) => comparison.filter(cell => cell.criterion === criterion).flatMap(cell => cell.sources),
    SlideTimeline: ({ part, parts }) => partOf(timeline, Number(part ?? 1), Number(parts ?? 1)).map(entry => entry.source),
    SlideGlossary: ({ part, parts }) => partOf(glossary, Number(part ?? 1), Number(parts ?? 1)).flatMap(entry => entry.sources ?? []),
    SecurityQuestion: ({ question }) => questions.find(entry => entry.id === question)?.sources ?? [],
  }
}
