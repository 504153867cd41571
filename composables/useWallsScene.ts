import type { TechniqueId } from '../data/types.ts'
import type { WallsScene, WallsSceneAction } from './scenes/walls-scene.ts'
import type { Scene } from './useScene.ts'
import { TECHNIQUES, wallsFacts } from './scenes/walls-facts.ts'
import { act, wallsSceneCodec } from './scenes/walls-scene.ts'
import { useScene } from './useScene.ts'

/**
 * The scene of calls and walls on a slide.
 *
 * @param id name in the address
 * @param steps what each click shows
 * @param playable whose stacks the keys 1 to 6 choose
 */
export function useWallsScene(id: string, steps: readonly WallsScene[], playable: readonly TechniqueId[]): Scene<WallsScene> & { play: (action: WallsSceneAction) => void } {
  const on = (action: WallsSceneAction) => (state: WallsScene) => act(wallsFacts, state, action)
  const scene = useScene<WallsScene>({
    id,
    at: step => steps[step]!,
    last: steps.length - 1,
    codec: wallsSceneCodec(wallsFacts),
    keys: {
      ...Object.fromEntries(playable.map(technique => [String(TECHNIQUES.indexOf(technique) + 1), on({ do: 'technique', technique })])),
      Enter: on({ do: 'send' }),
      ArrowLeft: on({ do: 'hop', by: -1 }),
      ArrowRight: on({ do: 'hop', by: 1 }),
      h: on({ do: 'hostile' }),
      r: state => act(wallsFacts, state, { do: 'start', start: state.start === 'program' ? 'guest-root' : 'program' }),
      m: on({ do: 'marks' }),
      // The wall that has the focus; without one the next on the way.
      b: (state, { target }) => {
        const { technique, wall: layer } = (target as HTMLElement).dataset
        return act(wallsFacts, state, { do: 'wall', technique: technique as TechniqueId | undefined, layer })
      },
    },
  })
  return { ...scene, play: action => scene.state.value = act(wallsFacts, scene.state.value, action) }
}
