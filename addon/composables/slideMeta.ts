import type { SlideRoute } from '@slidev/types'
import { shallowReactive } from 'vue'

type Meta = SlideRoute['meta']
type Slide = NonNullable<Meta['slide']>

/**
 * What Slidev knows of a slide, from what only this slide says of itself. In a built site addon/lib/site/slide-data.ts has every slide
 * say it so: Slidev would write out for each what is the same for all.
 *
 * @param no number of the slide, from 1
 * @param frontmatter of the slide
 * @param own what differs from slide to slide, such as its title
 */
export function slideMeta(no: number, frontmatter: Record<string, unknown>, own: Partial<Slide>): Meta {
  return shallowReactive({
    get layout() { return frontmatter.layout },
    get transition() { return frontmatter.transition },
    get class() { return frontmatter.class },
    get clicks() { return frontmatter.clicks },
    get name() { return frontmatter.name },
    get preload() { return frontmatter.preload },
    slide: {
      revision: '',
      content: '',
      raw: '',
      frontmatterRaw: '',
      note: '',
      noteHTML: '',
      level: 1,
      images: [],
      filepath: '',
      start: 0,
      sourceIndex: 0,
      index: no - 1,
      id: no - 1,
      no,
      ...own,
      frontmatter,
    },
    __clicksContext: null,
    __preloaded: false,
  }) as unknown as Meta
}
