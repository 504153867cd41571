import type { Ref, ShallowRef } from 'vue'
import { onBeforeUnmount, onMounted, watch } from 'vue'

/**
 * Makes plain words of the links in an element while they are too small to be touched, and links again when they are not.
 *
 * @param root element whose content may come later
 * @param fit are they large enough?
 */
export function useLinksThatFit(root: Readonly<ShallowRef<HTMLElement | null>>, fit: Readonly<Ref<boolean>>): void {
  function apply(): void {
    for (const link of root.value?.querySelectorAll<HTMLAnchorElement>('a') ?? []) {
      const [from, to] = fit.value ? ['data-href', 'href'] : ['href', 'data-href']
      const address = link.getAttribute(from!)
      if (address === null)
        continue
      link.setAttribute(to!, address)
      link.removeAttribute(from!)
      if (fit.value)
        link.removeAttribute('role')
      else
        link.setAttribute('role', 'none')
    }
  }

  const observer = new MutationObserver(apply)
  onMounted(() => {
    observer.observe(root.value!, { childList: true, subtree: true })
    apply()
  })
  onBeforeUnmount(() => observer.disconnect())
  watch(fit, apply)
}
