import type { Page } from '@playwright/test'
import type { Buffer } from 'node:buffer'

/** How many pixels of two pictures differ by more than the rounding of an edge. */
export async function differing(page: Page, ...pictures: [Buffer, Buffer]): Promise<number> {
  return page.evaluate(async (sources) => {
    const [a, b] = await Promise.all(sources.map(async (source) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!
      canvas.drawImage(image, 0, 0)
      return canvas.getImageData(0, 0, image.width, image.height).data
    }))
    return a!.filter((value, index) => Math.abs(value - b![index]!) > 24).length
  }, pictures.map(picture => `data:image/png;base64,${picture.toString('base64')}`))
}
